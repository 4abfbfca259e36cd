using System.Buffers;
using System.Text;

namespace Denpa.Tables;

/// <summary>
/// Makes a table of rows of fields that come one after the other, as readers of other files do. It is understood and encoded as one of a
/// CSV file that holds the same. Rows need not be equally long: what is not given is missing.
/// </summary>
/// <param name="path">What stands for the path in messages.</param>
/// <param name="options">What was asked for.</param>
public sealed class TableBuilder(string path, TableOptions? options = null)
{
    /// <summary>A short row can widen all others, and what is missing in them takes room: a hostile file would take all there is.</summary>
    private const int MostLateColumns = 1 << 12;

    private readonly TableOptions asked = options ?? TableOptions.Default;
    private readonly MissingValues missing = new(options?.Missing);
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly List<RowGroup> groups = [];
    private (int Start, int Length)[] fields = new (int, int)[16];
    private bool[] haveTexts = new bool[16];
    private int width;
    private int firstWidth;
    private RowGatherer? rows;

    /// <summary>The number of rows so far.</summary>
    public int RowCount { get; private set; }

    /// <summary>Gives a field of the row its text. Spaces around it are dropped.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="field">The text, in UTF-8.</param>
    /// <param name="isNumber">
    /// Whether it is a number in the file too, with a point for its decimals: nothing else of the file says how it is read.
    /// </param>
    public void Set(int column, ReadOnlySpan<byte> field, bool isNumber = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        if (column >= fields.Length)
        {
            int size = Math.Max(column + 1, fields.Length * 2);
            Array.Resize(ref fields, size);
            Array.Resize(ref haveTexts, size);
        }

        width = Math.Max(width, column + 1);
        ReadOnlySpan<byte> trimmed = field.Trim(" \t\r\n"u8);

        // The first row may be one of names.
        if (!isNumber && RowCount > 0 && !trimmed.IsEmpty) haveTexts[column] = true;
        fields[column] = (text.WrittenCount, trimmed.Length);
        text.Write(trimmed);
    }

    /// <summary>Gives a field of the row its text.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="field">The text.</param>
    /// <param name="isNumber">Whether it is a number in the file too.</param>
    public void Set(int column, string field, bool isNumber = false) => Set(column, Encoding.UTF8.GetBytes(field), isNumber);

    /// <summary>Ends the row.</summary>
    /// <param name="line">Where it stands in the file, for messages: its line or number, from 1.</param>
    /// <exception cref="TableException">A field holds a NUL character, or too many columns are not in the first row.</exception>
    public void EndRow(int line)
    {
        if (text.WrittenSpan.Contains((byte)0))
        {
            int field = Array.FindIndex(fields, place => text.WrittenSpan.Slice(place.Start, place.Length).Contains((byte)0));
            throw new TableException(path, line, field + 1, "holds a NUL character, so it is no text — leave it out");
        }

        if (rows is null || rows.Columns.Length < width) Widen(line);
        for (int i = 0; i < width; i++) rows!.Append(i, text.WrittenSpan.Slice(fields[i].Start, fields[i].Length));
        rows!.EndRow(line);
        if (RowCount++ == 0 || rows.IsFull) groups.Add(rows.Take());
        text.ResetWrittenCount();
        Array.Clear(fields);
    }

    /// <summary>The table.</summary>
    /// <param name="kind">What the file is, such as Parquet.</param>
    /// <param name="names">The columns' names where the file says them; null where its first row may.</param>
    /// <param name="sheet">The sheet of a workbook.</param>
    /// <exception cref="TableException">There are no rows of values, or two columns have the same name.</exception>
    public Table ToTable(string kind, IReadOnlyList<string>? names = null, string? sheet = null) => ToTable(
        new TableFormat(Delimiter: ',', HasHeader: names is not null, HeaderReason: names is null ? "" : "the file names its columns")
        {
            Kind = kind,
            Sheet = sheet,
        },
        names);

    internal Table ToTable(TableFormat format, IReadOnlyList<string>? names)
    {
        if (rows?.Count > 0) groups.Add(rows.Take());
        width = Math.Max(width, names?.Count ?? 0);
        if (names is not null) groups.Insert(0, Header(names));
        if (width == 0 || groups.Count == 0)
            throw new TableException(path, null, null, "is empty — a table needs column names and rows of values");
        return TableAssembly.Assemble(path, asked, [.. groups.Select(Padded)], format, [.. haveTexts.Take(width).Select(have => !have)]);
    }

    private RowGroup Header(IReadOnlyList<string> names)
    {
        RowGatherer header = new(new RowShape(path, Delimiter: ',', TableFormat.Utf8Name, width));
        for (int i = 0; i < width; i++) header.Append(i, i < names.Count ? Encoding.UTF8.GetBytes(names[i]) : []);
        header.EndRow(1);
        Array.Resize(ref haveTexts, Math.Max(width, haveTexts.Length));
        return header.Take();
    }

    private void Widen(int line)
    {
        if (rows is null)
        {
            firstWidth = width;
            rows = new RowGatherer(new RowShape(path, Delimiter: ',', TableFormat.Utf8Name, width) { Missing = missing });
            return;
        }

        if (width - firstWidth > MostLateColumns)
        {
            string problem = $"has more than {MostLateColumns} columns that the first row does not have — give all rows the same";
            throw new TableException(path, line, null, problem);
        }

        rows.Widen(width);
    }

    /// <summary>A group as wide as the table.</summary>
    private RowGroup Padded(RowGroup group)
    {
        if (group.Segments.Length == width) return group;
        ColumnBuilder empty = new(missing);
        foreach (int _ in group.Lines) empty.Append([]);
        Segment segment = empty.Take();
        return group with { Segments = [.. group.Segments, .. Enumerable.Repeat(segment, width - group.Segments.Length)] };
    }
}
