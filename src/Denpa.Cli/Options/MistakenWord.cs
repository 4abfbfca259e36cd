using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>A word of the command line that does not do: how a message shows it, and what was probably meant.</summary>
internal static class MistakenWord
{
    private const int LongestShown = 80;

    /// <summary>The word as a message shows it: short, and in quotes where there would be little to see.</summary>
    public static string Shown(string word)
    {
        string shown = CellText.Clean(CellText.Shorten(word, LongestShown));
        return string.IsNullOrWhiteSpace(shown) ? $"\"{shown}\"" : shown;
    }

    /// <summary>The end of a sentence that says which of several names was probably meant; empty when none is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> names) =>
        Spelling.Nearest(word, names) is { } nearest ? $"; did you mean {nearest}?" : "";
}
