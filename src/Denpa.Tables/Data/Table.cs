using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>
/// A table of text as it was read: named columns of equal length, with the place of every row in its file. What the columns
/// mean is for <see cref="TableUnderstanding"/> to say.
/// </summary>
public sealed partial class Table
{
    private readonly Column[] columns;
    private readonly int[] lines;
    private readonly Dictionary<string, Column> byName = new(StringComparer.Ordinal);

    internal Table(string path, Column[] columns, int[] lines, TableFormat format)
    {
        Path = path;
        Format = format;
        this.columns = columns;
        this.lines = lines;
        foreach (Column column in columns) byName.Add(column.Name, column);
    }

    /// <summary>The path as it was given, or the display name of a stream.</summary>
    public string Path { get; }

    /// <summary>What was decided about the file while reading it.</summary>
    public TableFormat Format { get; }

    /// <summary>The texts that were said to stand for missing; null where the usual ones do.</summary>
    public IReadOnlyList<string>? Missing { get; internal init; }

    /// <summary>The number of rows, without the header; at least one.</summary>
    public int RowCount => lines.Length;

    /// <summary>The columns in file order.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The size of the images that the table holds, or null.</summary>
    public ImageSize? Images => columns.FirstOrDefault(column => column.Image is not null)?.Image;

    /// <summary>The column of that name.</summary>
    /// <exception cref="TableException">There is none; the message suggests the nearest name.</exception>
    public Column this[string name] =>
        TryGetColumn(name, out Column? column) ? column : throw Problem($"there is no column {Quoted.Text(name)}{Suggestion(name)}");

    /// <summary>The column of that name, if there is one.</summary>
    public bool TryGetColumn(string name, [NotNullWhen(true)] out Column? column) =>
        byName.TryGetValue(UnicodeForm.Composed(name), out column);

    /// <summary>The line of the file, counted from 1 with the header, on which a row starts; for an object its number from 1.</summary>
    public int Line(int row) => lines[row];

    /// <summary>
    /// A SHA-256, in hexadecimal, of the named columns' names and fields as they were read. The same data gives the same
    /// fingerprint in any column order and beside any other columns.
    /// </summary>
    /// <exception cref="TableException">A column is not there.</exception>
    public string Fingerprint(IEnumerable<string> columnNames)
    {
        IOrderedEnumerable<string> distinct = columnNames.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return TableFingerprint.Of(distinct.Select(name => this[name]));
    }

    internal TableException Problem(string problem) => new(Path, null, null, problem);

    internal TableException Problem(int row, Column column, string problem) => new(Path, lines[row], column.Field + 1, problem);

    private string Suggestion(string name)
    {
        if (Format.UnreadColumns.Contains(name)) return " — it holds lists or records, which are not read";
        if (Spelling.Nearest(name, byName.Keys) is { } nearest) return $" — did you mean {Quoted.Text(nearest)}?";
        const int shown = 12;
        return $" — the columns are {Quoted.List([.. columns.Select(column => column.Name)], shown)}";
    }
}
