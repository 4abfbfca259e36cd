using System.Text;

namespace Denpa.Tables;

/// <summary>How a table is read where the reader should not decide by itself.</summary>
public sealed record TableOptions
{
    /// <summary>The character between fields; when null it is detected among comma, semicolon, tab, bar and runs of spaces.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether the first row holds the column names; when null the rows decide.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>The columns' names in file order; unless <see cref="HasHeader"/> is set as well, there is no header then.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>
    /// The encoding of a stream or file; when null the bytes decide among UTF-8, UTF-16, Shift_JIS, EUC-JP and Windows-1252.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// The texts that stand for missing; an empty field always does. Where they are given, NA, N/A, null and ? are missing among numbers
    /// and dates alone, as None, nan, - and their like always are.
    /// </summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Names of columns that were asked for, or that a model knows: where the first row holds one, it is the header.</summary>
    public IReadOnlyList<string> ExpectedNames { get; init; } = [];

    /// <summary>The sheet of a workbook, by its name or its number from 1; the first that shows and holds a table when null.</summary>
    public string? Sheet { get; init; }

    /// <summary>Everything detected.</summary>
    public static TableOptions Default { get; } = new();
}
