namespace Denpa.Tables;

/// <summary>What was decided about a file while reading it.</summary>
/// <param name="Delimiter">The character between fields.</param>
/// <param name="HasHeader">Whether the first row was taken as the column names.</param>
/// <param name="HeaderReason">Why it was, or was not.</param>
public sealed record TableFormat(char Delimiter, bool HasHeader, string HeaderReason)
{
    internal const string Utf8Name = "UTF-8";
    internal const string Csv = "CSV";
    internal const string Json = "JSON";
    internal const string Excel = "Excel";
    internal const string Parquet = "Parquet";

    /// <summary>What the file is: CSV, whatever its delimiter is; JSON; or what another reader calls it, such as Parquet.</summary>
    public string Kind { get; init; } = Csv;

    /// <summary>Whether it is a text, of which alone an encoding tells.</summary>
    public bool IsText => Kind is Csv or Json;

    /// <summary>The sheet of a workbook that was read; null for other files.</summary>
    public string? Sheet { get; init; }

    /// <summary>The rows above the table that were passed over, such as a sheet's title.</summary>
    public int TitleRows { get; init; }

    /// <summary>The names of columns that hold lists or records, which were not read.</summary>
    public IReadOnlyList<string> UnreadColumns { get; init; } = [];

    /// <summary>The encoding: UTF-8, UTF-16LE, UTF-16BE, Shift_JIS, EUC-JP, Windows-1252, or one that was given.</summary>
    public string EncodingName { get; init; } = Utf8Name;

    /// <summary>Whether the encoding was guessed by the letters that it gives.</summary>
    public bool IsEncodingGuessed { get; init; }

    /// <summary>Whether the file began with a byte-order mark.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>The columns without a name and without a value that were dropped, such as delimiters at the ends of lines make.</summary>
    public int EmptyColumns { get; init; }

    /// <summary>The delimiter in words: comma, semicolon, tab, bar, space, or the character itself in quotes.</summary>
    public string DelimiterName => NameOf(Delimiter);

    internal static string NameOf(char delimiter) => delimiter switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "bar",
        ' ' => "space",
        _ => $"'{delimiter}'",
    };
}
