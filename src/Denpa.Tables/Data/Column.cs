using System.Numerics.Tensors;
using System.Text;

namespace Denpa.Tables;

/// <summary>A column of a table: its fields as text, as they were read, of which plain decimals are kept as numbers.</summary>
public sealed class Column
{
    private readonly Segment[] segments;
    private readonly int[] starts;
    private readonly Lazy<bool> usesDecimalComma;

    /// <param name="name">The name, unique in its table.</param>
    /// <param name="index">The position in the file, from 0.</param>
    /// <param name="segments">The fields.</param>
    /// <param name="starts">The row at which each segment starts, and the number of rows after them.</param>
    /// <param name="mayUseDecimalComma">Whether a comma cannot be the delimiter.</param>
    internal Column(string name, int index, Segment[] segments, int[] starts, bool mayUseDecimalComma)
    {
        Name = name;
        Index = index;
        this.segments = segments;
        this.starts = starts;
        usesDecimalComma = new Lazy<bool>(() => mayUseDecimalComma && segments.Sum(segment => (long)segment.CommaAdvantage()) > 0);
    }

    /// <summary>The name, unique in its table.</summary>
    public string Name { get; }

    /// <summary>The position in the file, from 0.</summary>
    public int Index { get; }

    /// <summary>The number of rows.</summary>
    public int Count => starts[^1];

    /// <summary>Whether the header row left the name empty, as programs do that write their row numbers first.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>The size of its images, whose bytes are pixels and no text; null in any other column.</summary>
    public ImageSize? Image { get; init; }

    /// <summary>A field's text.</summary>
    public string this[int row] => Encoding.UTF8.GetString(Utf8(row, stackalloc byte[Segment.ScratchLength]));

    /// <summary>Whether a field is missing: empty, NA, N/A, null or ?.</summary>
    public bool IsMissing(int row)
    {
        int segment = Find(row);
        return segments[segment].IsMissing(row - starts[segment]);
    }

    /// <summary>
    /// Whether the column writes its decimals with a comma: only where the delimiter is another character, and more of its
    /// fields are numbers so.
    /// </summary>
    public bool UsesDecimalComma => usesDecimalComma.Value;

    internal IReadOnlyList<Segment> Segments => segments;

    /// <summary>A field's text in UTF-8, which may lie in the buffer of <see cref="Segment.ScratchLength"/> bytes.</summary>
    internal ReadOnlySpan<byte> Utf8(int row, Span<byte> scratch)
    {
        int segment = Find(row);
        return segments[segment].Utf8(row - starts[segment], scratch);
    }

    internal NumberReading ReadNumber(int row, out double value)
    {
        int segment = Find(row);
        return segments[segment].ReadNumber(row - starts[segment], UsesDecimalComma, out value);
    }

    internal bool TryReadDate(int row, out DateTime date) =>
        DateText.TryRead(Utf8(row, stackalloc byte[Segment.ScratchLength]), out date);

    /// <summary>Reads the numbers of some rows, NaN where a field is missing or no number of use.</summary>
    internal void ReadNumbers(ReadOnlySpan<int> rows, Span<double> values)
    {
        bool decimalComma = UsesDecimalComma;
        while (!rows.IsEmpty)
        {
            int segment = Find(rows[0]);
            (int first, int end) = (starts[segment], starts[segment + 1]);
            int run = CountWithin(rows[..Math.Min(rows.Length, end - rows[0])], first, end);
            segments[segment].ReadNumbers(rows[..run], first, decimalComma, values);
            rows = rows[run..];
            values = values[run..];
        }
    }

    /// <summary>How many rows lie between two, up to the first that does not.</summary>
    private static int CountWithin(ReadOnlySpan<int> rows, int first, int end)
    {
        if (TensorPrimitives.Min(rows) >= first && TensorPrimitives.Max(rows) < end) return rows.Length;
        int count = 0;
        while (rows[count] >= first && rows[count] < end) count++;
        return count;
    }

    private int Find(int row)
    {
        if ((uint)row >= (uint)Count) throw new ArgumentOutOfRangeException(nameof(row), row, $"the column has {Count} rows");
        if (segments.Length == 1) return 0;
        int place = Array.BinarySearch(starts, row);
        return place >= 0 ? place : ~place - 1;
    }
}
