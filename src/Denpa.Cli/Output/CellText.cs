using Spectre.Console.Rendering;

namespace Denpa.Cli.Output;

/// <summary>Text measured in the cells of a terminal, of which 日 takes two and a letter one.</summary>
internal static class CellText
{
    private const string ClosingMarks = "、。，．・：；？！）」』］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    private const string OpeningMarks = "（「『［｛";

    /// <summary>The cells that a text takes.</summary>
    public static int Width(string text) => text.Length == 0 ? 0 : new Segment(text).CellCount();

    /// <summary>A text of one line, with a dot for each control character: a table's own texts are not to command the terminal.</summary>
    public static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? '·' : character)) : text;

    /// <summary>A text filled up with spaces to a width, on its left or its right.</summary>
    public static string Pad(string text, int width, bool right)
    {
        string spaces = new(' ', Math.Max(0, width - Width(text)));
        return right ? spaces + text : text + spaces;
    }

    /// <summary>
    /// Lines of at most a width: broken at a space, but for one within a number such as 60 000, or between two characters of which one is
    /// Japanese, else wherever the width ends. No line begins with a mark that closes something.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        while (Width(text) > width)
        {
            int cut = Cut(text, Fitting(text, width));
            yield return text[..cut].TrimEnd();
            text = text[cut..].TrimStart();
        }

        yield return text;
    }

    private static int Cut(string text, int fitting)
    {
        for (int cut = fitting; cut > 0; cut--)
        {
            bool isBreak = IsGap(text, cut) || IsGap(text, cut - 1) || IsWide(text[cut]) || IsWide(text[cut - 1]);
            if (isBreak && !ClosingMarks.Contains(text[cut]) && !OpeningMarks.Contains(text[cut - 1])) return cut;
        }

        return fitting;
    }

    private static bool IsGap(string text, int at) => text[at] == ' ' && !IsWithinNumber(text, at);

    private static bool IsWithinNumber(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && IsGroup(text.AsSpan(at + 1));

    /// <summary>Three digits and no more.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[..3].ContainsAnyExceptInRange('0', '9') is false && (text.Length == 3 || !char.IsAsciiDigit(text[3]));

    private static bool IsWide(char character) => char.IsSurrogate(character) || Width(character.ToString()) > 1;

    // How many characters fit; at least one, and never half of a pair.
    private static int Fitting(string text, int width)
    {
        int length = 0;
        foreach (System.Text.Rune rune in text.EnumerateRunes())
        {
            int next = length + rune.Utf16SequenceLength;
            if (length > 0 && Width(text[..next]) > width) break;
            length = next;
        }

        return length;
    }
}
