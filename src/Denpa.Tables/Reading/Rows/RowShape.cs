namespace Denpa.Tables;

/// <summary>What every row of a table has in common, and what its text is read by.</summary>
/// <param name="Path">The path, for messages.</param>
/// <param name="Delimiter">The character between fields.</param>
/// <param name="EncodingName">The encoding of the file, for messages.</param>
/// <param name="Width">The number of fields of the first row; zero while it is not known.</param>
internal sealed record RowShape(string Path, char Delimiter, string EncodingName, int Width)
{
    /// <summary>Longer records are refused: a quote that is never closed would otherwise swallow the rest of any file.</summary>
    public const int LongestRecordInBytes = 16 << 20;

    /// <summary>Whether the first row ends with a delimiter, which the others need not do.</summary>
    public bool HasEmptyEnd { get; init; }

    /// <summary>Whether the file itself is in UTF-8.</summary>
    public bool IsUtf8 => EncodingName == TableFormat.Utf8Name;

    /// <summary>What stands for missing.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Usual;
}
