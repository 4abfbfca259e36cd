namespace Denpa.Tables;

/// <summary>
/// Whether letters that bytes give as Shift_JIS are likely to have been meant. Nearly any byte is a half-width katakana there, and
/// many an accented letter before a plain one a kanji, so single ones of these speak against it; words of Japanese speak for it.
/// </summary>
internal sealed class JapaneseEvidence
{
    private char before = '\n';
    private int run;
    private int halfWidth;
    private long good;
    private long doubtful;
    private bool isPossible = true;

    /// <summary>Whether the letters so far, which must end with a line's end, are likely Japanese.</summary>
    public bool IsLikely => isPossible && good > doubtful;

    /// <summary>Looks at more letters.</summary>
    public void Add(ReadOnlySpan<char> letters)
    {
        // The code page gives such letters to bytes that the standard leaves free.
        if (letters.ContainsAnyInRange('\u0080', '\u00A0') || letters.ContainsAnyInRange('\uE000', '\uF8FF')) isPossible = false;
        foreach (char letter in letters)
        {
            if (char.IsAscii(letter))
            {
                if (run > 0) EndRun(letter);
                before = letter;
                continue;
            }

            run++;
            if (letter is >= '\uFF61' and <= '\uFF9F') halfWidth++;
        }
    }

    private void EndRun(char after)
    {
        bool isDoubtful = run == 1 && (halfWidth == 1 || char.IsAsciiLetter(before) || char.IsAsciiLetter(after));
        if (isDoubtful) doubtful++;
        else good += run;
        (run, halfWidth) = (0, 0);
    }
}
