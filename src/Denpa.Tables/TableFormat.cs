namespace Denpa.Tables;

/// <summary>What was decided about a file while reading it.</summary>
/// <param name="Delimiter">The character between fields.</param>
/// <param name="HasHeader">Whether the first row was taken as the column names.</param>
/// <param name="HeaderReason">Why it was, or was not.</param>
public sealed record TableFormat(char Delimiter, bool HasHeader, string HeaderReason)
{
    /// <summary>The delimiter in words: comma, semicolon, tab, bar, or the character itself in quotes.</summary>
    public string DelimiterName => NameOf(Delimiter);

    internal static string NameOf(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        _ => $"'{delimiter}'",
    };
}
