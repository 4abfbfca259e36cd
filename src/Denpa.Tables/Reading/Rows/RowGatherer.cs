namespace Denpa.Tables;

/// <summary>Neighbouring rows as a segment of every column.</summary>
/// <param name="Segments">One for each column.</param>
/// <param name="Lines">The line on which each row starts.</param>
internal sealed record RowGroup(Segment[] Segments, int[] Lines);

/// <summary>Gathers rows into segments of columns.</summary>
internal sealed class RowGatherer
{
    /// <summary>So many rows, or so many bytes, are worth a segment.</summary>
    private const int RowsOfGroup = 1 << 13;
    private const long BytesOfGroup = 1 << 22;

    private int[] lines = new int[16];
    private long bytes;

    public RowGatherer(RowShape shape)
    {
        Shape = shape;
        Columns = new ColumnBuilder[shape.Width];
        for (int i = 0; i < Columns.Length; i++) Columns[i] = new ColumnBuilder(shape.Missing);
    }

    public RowShape Shape { get; }

    /// <summary>The columns, to which a row is added field by field before <see cref="EndRow"/>.</summary>
    public ColumnBuilder[] Columns { get; private set; }

    /// <summary>The number of rows since the last group.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the rows are many enough for a group.</summary>
    public bool IsFull => Count >= RowsOfGroup || bytes >= BytesOfGroup;

    public void Append(RecordReader record)
    {
        for (int i = 0; i < Columns.Length; i++)
        {
            bool isThere = i < record.FieldCount;
            ReadOnlySpan<byte> field = isThere ? record[i] : [];
            bytes += field.Length;
            Columns[i].Append(field, isThere && record.IsQuoted(i));
        }

        EndRow(record.Line);
    }

    /// <summary>Adds a field to a column.</summary>
    public void Append(int column, ReadOnlySpan<byte> field, bool isQuoted)
    {
        bytes += field.Length + 1;
        Columns[column].Append(field, isQuoted);
    }

    /// <summary>Adds columns, which are missing in the rows so far.</summary>
    public void Widen(int width)
    {
        Columns = [.. Columns, .. Enumerable.Range(0, width - Columns.Length).Select(_ => new ColumnBuilder(Shape.Missing))];
        foreach (ColumnBuilder column in Columns)
            while (column.Count < Count) column.Append([]);
    }

    public void EndRow(int line)
    {
        if (Count == lines.Length) Array.Resize(ref lines, Count * 2);
        lines[Count++] = line;
    }

    /// <summary>The rows since the last group, as one.</summary>
    public RowGroup Take()
    {
        RowGroup group = new(Array.ConvertAll(Columns, column => column.Take()), lines[..Count]);
        (Count, bytes) = (0, 0);
        return group;
    }

    /// <summary>Forgets the rows since the last group.</summary>
    public void Clear()
    {
        foreach (ColumnBuilder column in Columns) column.Clear();
        (Count, bytes) = (0, 0);
    }
}
