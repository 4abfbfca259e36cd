using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>A word of the command line that is not valid: how a message shows it, and what was probably meant.</summary>
internal static class MistakenWord
{
    private const int LongestShown = 80;

    /// <summary>A shorter beginning of a name could be the beginning of anything.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>The word as a message shows it: short, and in quotes where there would be little to see.</summary>
    public static string Shown(string word)
    {
        string shown = CellText.Clean(CellText.Shorten(word, LongestShown));
        return string.IsNullOrWhiteSpace(shown) ? $"\"{shown}\"" : shown;
    }

    /// <summary>The end of a sentence that says which of several names was probably meant; empty when none is near.</summary>
    /// <param name="word">The word.</param>
    /// <param name="names">The names that there are.</param>
    /// <param name="synonyms">Names that the word is another name of, whether there are any such here or not.</param>
    public static string DidYouMean(string word, IEnumerable<string> names, IEnumerable<string>? synonyms = null) =>
        Meant(word, [.. names], synonyms ?? []) is { } meant ? $"; did you mean {meant}?" : "";

    /// <summary>
    /// The name that was probably meant: written another way, called otherwise elsewhere, cut short, or mistyped; null when none is near.
    /// </summary>
    private static string? Meant(string word, string[] names, IEnumerable<string> synonyms)
    {
        string bare = Synonyms.Bare(word);
        return names.FirstOrDefault(name => bare.Length > 0 && Synonyms.Bare(name) == bare)
            ?? synonyms.FirstOrDefault(names.Contains)
            ?? Completed(bare, names)
            ?? Spelling.Nearest(word, names);
    }

    /// <summary>The one name that begins with a word; the shortest where they all begin with it.</summary>
    private static string? Completed(string bare, string[] names)
    {
        if (bare.Length < ShortestBeginning) return null;
        IEnumerable<string> beginning = names.Where(name => Synonyms.Bare(name).StartsWith(bare, StringComparison.Ordinal));
        string[] fitting = [.. beginning.OrderBy(name => name.Length)];
        return fitting.Length > 0 && fitting.All(name => name.StartsWith(fitting[0], StringComparison.Ordinal)) ? fitting[0] : null;
    }
}
