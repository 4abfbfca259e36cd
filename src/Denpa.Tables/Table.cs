using System.Diagnostics.CodeAnalysis;

namespace Denpa.Tables;

/// <summary>
/// A table of text as it was read: named columns of equal length, with the place of every row in its file. What the columns
/// mean is for <see cref="TableUnderstanding"/> to say.
/// </summary>
public sealed class Table
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
        foreach (var column in columns) byName.Add(column.Name, column);
    }

    /// <summary>The path as it was given, or the display name of a stream.</summary>
    public string Path { get; }

    /// <summary>What was decided about the file while reading it.</summary>
    public TableFormat Format { get; }

    /// <summary>The number of rows, without the header; at least one.</summary>
    public int RowCount => lines.Length;

    /// <summary>The columns in file order.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The size of the images that the table holds, or null.</summary>
    public ImageSize? Images => columns.FirstOrDefault(column => column.Image is not null)?.Image;

    /// <summary>The column of that name.</summary>
    /// <exception cref="TableException">There is none; the message suggests the nearest name.</exception>
    public Column this[string name] =>
        byName.TryGetValue(name, out var column) ? column : throw Problem($"there is no column {Quoted.Text(name)}{Suggestion(name)}");

    /// <summary>The column of that name, if there is one.</summary>
    public bool TryGetColumn(string name, [NotNullWhen(true)] out Column? column) => byName.TryGetValue(name, out column);

    /// <summary>The line of the file, counted from 1 with the header, on which a row starts; for an object its number from 1.</summary>
    public int Line(int row) => lines[row];

    /// <summary>Reads a CSV file. Fields are trimmed of spaces outside quotes and blank lines are skipped.</summary>
    /// <exception cref="TableException">The file cannot be read or is no table; the message names the place and the cure.</exception>
    public static Table Read(string path, TableOptions? options = null)
    {
        using var stream = TableFile.Open(path);
        return Read(stream, path, options);
    }

    /// <summary>Reads CSV from a stream, which stays open; <paramref name="name"/> stands for the path in messages.</summary>
    /// <exception cref="TableException">The stream cannot be read or holds no table; the message names the place and the cure.</exception>
    public static Table Read(Stream stream, string name, TableOptions? options = null) =>
        new TableLoader(name, options ?? TableOptions.Default).Read(stream);

    /// <summary>Reads CSV from text, which stays open; <paramref name="name"/> stands for the path in messages.</summary>
    /// <exception cref="TableException">The text holds no table; the message names the place and the cure.</exception>
    public static Table Read(TextReader text, string name, TableOptions? options = null)
    {
        options = (options ?? TableOptions.Default) with { Encoding = System.Text.Encoding.UTF8 };
        using var stream = new Utf8TextStream(text);
        return Read(stream, name, options);
    }

    /// <summary>Makes a table of objects, which is understood and encoded as one of a file that holds the same.</summary>
    /// <param name="rows">The objects, one for each row.</param>
    /// <param name="columns">The columns, and what each takes of an object.</param>
    /// <param name="name">What stands for the path in messages.</param>
    /// <exception cref="TableException">There are no rows.</exception>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public static Table From<T>(IEnumerable<T> rows, TableColumns<T> columns, string name = "rows") =>
        TableAssembly.Assemble(rows, columns, name);

    /// <summary>
    /// A SHA-256, in hexadecimal, of the named columns' names and fields as they were read. The same data gives the same
    /// fingerprint in any column order and beside any other columns.
    /// </summary>
    /// <exception cref="TableException">A column is not there.</exception>
    public string Fingerprint(IEnumerable<string> columnNames)
    {
        var distinct = columnNames.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return TableFingerprint.Of(distinct.Select(name => this[name]));
    }

    internal TableException Problem(string problem) => new(Path, null, null, problem);

    internal TableException Problem(int row, Column column, string problem) => new(Path, lines[row], column.Index + 1, problem);

    private string Suggestion(string name)
    {
        if (Spelling.Nearest(name, byName.Keys) is { } nearest) return $" — did you mean {Quoted.Text(nearest)}?";
        const int shown = 12;
        return $" — the columns are {Quoted.List([.. columns.Select(column => column.Name)], shown)}";
    }
}
