namespace Denpa.Tables;

/// <summary>
/// Whether letters that bytes give as Windows-1252 are likely to have been meant: nearly any byte is a letter or a sign there, so accented
/// letters have to stand within words as those languages have them.
/// </summary>
internal sealed class WesternEvidence
{
    private const string Signs = "€£¥¢§©®™°²³¹¼½¾±×÷µ·«»‹›–—‘’‚“”„…•†‡¿¡ºª\u00A0";

    private char before = '\n';
    private char pending;
    private long good;
    private long doubtful;
    private bool isPossible = true;

    /// <summary>Whether the letters so far, which must end with a line's end, are likely.</summary>
    public bool IsLikely => isPossible && good > doubtful;

    /// <summary>Looks at more letters.</summary>
    public void Add(ReadOnlySpan<char> letters)
    {
        foreach (char letter in letters)
        {
            if (pending != 0) Judge(letter);
            pending = char.IsAscii(letter) ? '\0' : letter;
            if (pending == 0) before = letter;
            isPossible &= letter is >= ' ' or '\t' or '\r' or '\n' && letter is not (>= '\u0080' and <= '\u009F');
        }
    }

    private void Judge(char after)
    {
        bool isGood = Signs.Contains(pending)
            || (char.IsLower(pending) && (char.IsLetter(before) || char.IsLower(after)))
            || (char.IsUpper(pending) && !char.IsLower(before) && char.IsLetter(after));
        if (isGood) good++;
        else doubtful++;
        before = pending;
    }
}
