namespace Denpa.Cli.Output;

/// <summary>Names with commas between them, each and all of them short enough to be read; --json has the whole.</summary>
internal static class NameList
{
    /// <summary>The most names that are listed.</summary>
    public const int Most = 20;

    private const int LongestName = 60;

    /// <summary>The first names, and how many more there are.</summary>
    public static string Of(IReadOnlyCollection<string> names, int most = Most)
    {
        string first = string.Join(", ", names.Take(most).Select(Name));
        return names.Count > most ? $"{first} and {Quantity.Of(names.Count - most)} more" : first;
    }

    /// <summary>A name among others.</summary>
    public static string Name(string name) => CellText.Clean(CellText.Shorten(name, LongestName));
}
