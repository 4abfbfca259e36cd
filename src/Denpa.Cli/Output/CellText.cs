using Spectre.Console.Rendering;

namespace Denpa.Cli.Output;

/// <summary>Text measured in the cells of a terminal, of which 日 takes two and a letter one.</summary>
internal static class CellText
{
    /// <summary>The cells that a text takes.</summary>
    public static int Width(string text) => text.Length == 0 ? 0 : new Segment(text).CellCount();

    /// <summary>A text filled up with spaces to a width, on its left or its right.</summary>
    public static string Pad(string text, int width, bool right)
    {
        string spaces = new(' ', Math.Max(0, width - Width(text)));
        return right ? spaces + text : text + spaces;
    }

    /// <summary>Lines of at most a width, broken at spaces where there are any, else wherever the width ends.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        while (Width(text) > width)
        {
            int fitting = Fitting(text, width);
            int space = text.LastIndexOf(' ', Math.Min(fitting, text.Length - 1));
            int cut = space > 0 ? space : fitting;
            yield return text[..cut].TrimEnd();
            text = text[cut..].TrimStart();
        }

        yield return text;
    }

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
