using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>Text measured in the cells of a terminal, of which 日 takes two and a letter one.</summary>
internal static class CellText
{
    private const string ClosingMarks = "、。，．・：；？！）」』］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    private const string OpeningMarks = "（「『［｛";
    private const char Ellipsis = '…';
    private const sbyte Unmeasured = sbyte.MinValue;

    /// <summary>The cells of each UTF-16 unit, measured when it first occurs.</summary>
    private static readonly sbyte[] Measured = CreateMeasured();

    /// <summary>The cells that a text takes.</summary>
    public static int Width(string text) => text.Sum(Cells);

    /// <summary>
    /// A text of one line, with a dot for each character that is not seen or that commands the terminal: a table's own texts are not to.
    /// </summary>
    public static string Clean(string text) => VisibleText.Of(text);

    /// <summary>A text of at most so many letters; of a longer one its beginning and its end, with … between them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most letters.</param>
    /// <param name="end">How many of them are kept of the end.</param>
    public static string Shorten(string text, int most, int end = 0)
    {
        if (text.Length <= most) return text;
        int head = most - end - 1;
        if (char.IsHighSurrogate(text[head - 1])) head--;
        int tail = text.Length - end;
        if (tail < text.Length && char.IsLowSurrogate(text[tail])) tail++;
        return string.Concat(text.AsSpan(0, head), [Ellipsis], text.AsSpan(tail));
    }

    /// <summary>A text filled up with spaces to a width, on its left or its right.</summary>
    public static string Pad(string text, int width, bool right)
    {
        string spaces = new(' ', Math.Max(0, width - Width(text)));
        return right ? spaces + text : text + spaces;
    }

    /// <summary>
    /// Lines of at most a width: broken at a space, but for one within a number such as 60 000, or between two characters of which one is
    /// Japanese, else wherever the width ends. No line begins with a mark that closes something. A line has at least one character,
    /// however narrow it should be.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        int start = 0;
        while (Fitting(text, start, width) is int end && end < text.Length)
        {
            int cut = Cut(text, start, end);
            yield return text[start..cut].TrimEnd();
            start = cut;
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        }

        yield return text[start..];
    }

    /// <summary>Where the line that begins at <paramref name="start"/> is best broken, at <paramref name="end"/> at the latest.</summary>
    private static int Cut(string text, int start, int end)
    {
        for (int cut = end; cut > start; cut--)
        {
            bool isBreak = IsGap(text, cut) || IsGap(text, cut - 1) || IsWide(text[cut]) || IsWide(text[cut - 1]);
            bool isPair = char.IsLowSurrogate(text[cut]) && char.IsHighSurrogate(text[cut - 1]);
            if (isBreak && !isPair && !ClosingMarks.Contains(text[cut]) && !OpeningMarks.Contains(text[cut - 1])) return cut;
        }

        return end;
    }

    private static bool IsGap(string text, int at) => text[at] == ' ' && !IsWithinNumber(text, at);

    private static bool IsWithinNumber(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && IsGroup(text.AsSpan(at + 1));

    /// <summary>Three digits and no more.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[..3].ContainsAnyExceptInRange('0', '9') is false && (text.Length == 3 || !char.IsAsciiDigit(text[3]));

    private static bool IsWide(char character) => char.IsSurrogate(character) || Cells(character) > 1;

    /// <summary>The end of as many characters as fit: at least one, and never half of a pair.</summary>
    private static int Fitting(string text, int start, int width)
    {
        int cells = 0;
        int end = start;
        while (end < text.Length)
        {
            int length = char.IsSurrogatePair(text, end) ? 2 : 1;
            cells += Cells(text[end]) + (length == 2 ? Cells(text[end + 1]) : 0);
            if (end > start && cells > width) break;
            end += length;
        }

        return end;
    }

    private static int Cells(char character)
    {
        sbyte cells = Measured[character];
        if (cells != Unmeasured) return cells;
        return Measured[character] = (sbyte)new Spectre.Console.Rendering.Segment(character.ToString()).CellCount();
    }

    private static sbyte[] CreateMeasured()
    {
        sbyte[] measured = new sbyte[char.MaxValue + 1];
        Array.Fill(measured, Unmeasured);
        Array.Fill(measured, (sbyte)1, ' ', '~' - ' ' + 1);
        return measured;
    }
}
