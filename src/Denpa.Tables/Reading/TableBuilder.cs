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
    /// <summary>A wide row widens all others, and what is missing in them takes room: so many fields may be empty.</summary>
    private const long FieldsOfAnyTable = 1 << 25;
    private const long MostFieldsPerValue = 1 << 8;

    private readonly TableOptions asked = options ?? TableOptions.Default;
    private readonly MissingValues missing = new(options?.Missing);
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly List<RowGroup> groups = [];
    private Field[] fields = new Field[16];

    /// <summary>Of each column whether it has texts that may be numbers, in its first row and below.</summary>
    private (bool First, bool Below)[] haveTexts = new (bool, bool)[16];
    private int width;
    private long values;
    private RowGatherer? rows;

    /// <summary>
    /// Whether the source says itself what is missing, so that a text such as NA is one; otherwise it stands for missing, as in CSV files.
    /// </summary>
    public bool KnowsMissing { get; init; }

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
        if (!trimmed.IsEmpty) values++;
        if (!isNumber && MayBeNumber(trimmed)) haveTexts[column] = (haveTexts[column].First || RowCount == 0, RowCount > 0);
        fields[column] = new Field(text.WrittenCount, trimmed.Length, IsText: !isNumber);
        text.Write(trimmed);
    }

    /// <summary>Gives a field of the row its text.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="field">The text.</param>
    /// <param name="isNumber">Whether it is a number in the file too.</param>
    public void Set(int column, string field, bool isNumber = false) => Set(column, Encoding.UTF8.GetBytes(field), isNumber);

    /// <summary>Ends the row.</summary>
    /// <param name="line">Where it stands in the file, for messages: its line or number, from 1.</param>
    /// <exception cref="TableException">A field holds a NUL character, or the table would be nearly empty and vast.</exception>
    public void EndRow(int line)
    {
        if (text.WrittenSpan.Contains((byte)0))
        {
            int field = Array.FindIndex(fields, place => place.Of(text).Contains((byte)0));
            throw new TableException(path, line, field + 1, "holds a NUL character, so it is no text — leave it out");
        }

        long size = (RowCount + 1L) * width;
        if (size > FieldsOfAnyTable && size > values * MostFieldsPerValue)
        {
            string problem = $"{width} columns of {RowCount + 1} rows hold only {values} values";
            throw new TableException(path, line, null, $"{problem} — leave out the columns that are nearly empty");
        }

        rows ??= new RowGatherer(new RowShape(path, Delimiter: ',', TableFormat.Utf8Name, width) { Missing = missing });
        if (rows.Columns.Length < width) rows.Widen(width);
        for (int i = 0; i < width; i++) rows.Append(i, fields[i].Of(text), isQuoted: KnowsMissing && fields[i].IsText);
        rows.EndRow(line);
        if (RowCount++ == 0 || rows.IsFull) groups.Add(rows.Take());
        text.ResetWrittenCount();
        Array.Clear(fields, 0, width);
    }

    /// <summary>The table.</summary>
    /// <param name="kind">What the file is, such as Parquet.</param>
    /// <param name="names">The columns' names where the source says them; null where its first row may.</param>
    /// <exception cref="TableException">There are no rows of values, or two columns have the same name.</exception>
    public Table ToTable(string kind, IReadOnlyList<string>? names = null) =>
        ToTable(new TableFormat(Delimiter: ',', HasHeader: false, HeaderReason: "") { Kind = kind }, names);

    internal Table ToTable(TableFormat found, IReadOnlyList<string>? names)
    {
        if (rows?.Count > 0) groups.Add(rows.Take());
        width = Math.Max(width, names?.Count ?? 0);
        if (width == 0 || groups.Count == 0)
            throw new TableException(path, null, null, "is empty — a table needs column names and rows of values");
        if (names is not null)
        {
            groups.Insert(0, Header(names));
            found = found with { HasHeader = true, HeaderReason = "the file names its columns" };
        }

        Array.Resize(ref haveTexts, Math.Max(width, haveTexts.Length));
        bool[] arePlain = [.. haveTexts.Take(width).Select(have => !have.Below && !(have.First && names is not null))];
        return TableAssembly.Assemble(path, asked, [.. groups.Select(Padded)], found, arePlain);
    }

    /// <summary>Whether a text could be read as a number.</summary>
    private static bool MayBeNumber(ReadOnlySpan<byte> field) =>
        field.ContainsAnyInRange((byte)'0', (byte)'9') || field.ContainsAnyExceptInRange((byte)0, (byte)0x7F);

    private RowGroup Header(IReadOnlyList<string> names)
    {
        RowGatherer header = new(new RowShape(path, Delimiter: ',', TableFormat.Utf8Name, width));
        for (int i = 0; i < width; i++)
            header.Append(i, i < names.Count ? Encoding.UTF8.GetBytes(names[i]) : [], isQuoted: true);
        header.EndRow(1);
        return header.Take();
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

    /// <summary>Where a field of the row stands in its text.</summary>
    private readonly record struct Field(int Start, int Length, bool IsText)
    {
        public ReadOnlySpan<byte> Of(ArrayBufferWriter<byte> text) => text.WrittenSpan.Slice(Start, Length);
    }
}
