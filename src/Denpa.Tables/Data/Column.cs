using System.Numerics.Tensors;
using System.Text;

namespace Denpa.Tables;

/// <summary>A column of a table: its fields as text, as they were read, of which plain decimals are kept as numbers.</summary>
public sealed class Column
{
    private readonly Segment[] segments;
    private readonly int[] starts;
    private readonly Lazy<NumberSurvey> survey;
    private readonly Lazy<ColumnNumbers> numbers;

    /// <param name="name">The name, unique in its table.</param>
    /// <param name="index">The position in the table, from 0.</param>
    /// <param name="segments">The fields.</param>
    /// <param name="starts">The row at which each segment starts, and the number of rows after them.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <param name="file">How the numbers of all columns of the table are written; null for a column by itself.</param>
    internal Column(
        string name, int index, Segment[] segments, int[] starts, char delimiter = ',', Lazy<NumberSurvey>? file = null)
    {
        Name = name;
        Index = Field = index;
        this.segments = segments;
        this.starts = starts;
        survey = new Lazy<NumberSurvey>(() => Image is null ? SurveyOf(segments) : new NumberSurvey());
        numbers = new Lazy<ColumnNumbers>(() =>
            ArePlainNumbers
                ? ColumnNumbers.Plain(survey.Value.Unit)
                : NumberFormatDetection.Decide(survey.Value, (file ?? survey).Value, delimiter));
    }

    /// <summary>The name, unique in its table.</summary>
    public string Name { get; }

    /// <summary>The position in the table, from 0.</summary>
    public int Index { get; }

    /// <summary>The position in the rows of the file, from 0: dropped columns count there.</summary>
    internal int Field { get; init; }

    /// <summary>Whether the file itself had numbers here, and no texts that could be read as such in several ways.</summary>
    internal bool ArePlainNumbers { get; init; }

    /// <summary>The number of rows.</summary>
    public int Count => starts[^1];

    /// <summary>Whether the header row left the name empty, as programs do that write their row numbers first.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>The size of its images, whose bytes are pixels and no text; null in any other column.</summary>
    public ImageSize? Image { get; init; }

    /// <summary>A field's text.</summary>
    public string this[int row] => Encoding.UTF8.GetString(Utf8(row, stackalloc byte[Segment.ScratchLength]));

    /// <summary>
    /// Whether a field is missing whatever the column holds: empty; NA, N/A, null or ? outside of quotes; or as was asked.
    /// </summary>
    public bool IsMissing(int row) => IsMissing(row, amongNumbers: false);

    /// <summary>How the column writes its numbers.</summary>
    public NumberFormat NumberFormat => numbers.Value.Format;

    /// <summary>How the column writes its numbers, and how that is known.</summary>
    internal ColumnNumbers Numbers => numbers.Value;

    /// <summary>How the column's fields write numbers.</summary>
    internal NumberSurvey Survey => survey.Value;

    /// <summary>The numbers of the column that are codes.</summary>
    internal long Codes => survey.Value.Codes;

    /// <summary>Whether a field is missing in a column of whatever kind, or in one of numbers or dates.</summary>
    internal bool IsMissing(int row, bool amongNumbers)
    {
        int segment = Find(row);
        return segments[segment].IsMissing(row - starts[segment], amongNumbers);
    }

    /// <summary>
    /// The format to read a column by that was of another one in training: where its own numbers are in doubt, they are as those were. A
    /// unit is taken for granted where training had none, other than one that makes another number.
    /// </summary>
    internal NumberFormat FormatLike(NumberFormat? trained)
    {
        if (trained is null) return NumberFormat;
        char mark = numbers.Value.IsDecided ? NumberFormat.DecimalMark : trained.DecimalMark;
        string unit = trained.Unit.Length == 0 && !NumberFormat.NeedsUnit ? NumberFormat.Unit : trained.Unit;
        return trained with { DecimalMark = mark, Unit = unit };
    }

    internal IReadOnlyList<Segment> Segments => segments;

    /// <summary>A field's text in UTF-8, which may lie in the buffer of <see cref="Segment.ScratchLength"/> bytes.</summary>
    internal ReadOnlySpan<byte> Utf8(int row, Span<byte> scratch)
    {
        int segment = Find(row);
        return segments[segment].Utf8(row - starts[segment], scratch);
    }

    internal NumberReading ReadNumber(int row, out double value) => ReadNumber(row, NumberFormat, out value);

    internal NumberReading ReadNumber(int row, NumberFormat format, out double value)
    {
        int segment = Find(row);
        return segments[segment].ReadNumber(row - starts[segment], format, out value);
    }

    internal DateReading? ReadDate(int row) => DateText.Read(Utf8(row, stackalloc byte[Segment.ScratchLength]));

    /// <summary>Reads the numbers of some rows, NaN where a field is missing or no number of use.</summary>
    internal void ReadNumbers(ReadOnlySpan<int> rows, Span<double> values) => ReadNumbers(rows, NumberFormat, values);

    /// <inheritdoc cref="ReadNumbers(ReadOnlySpan{int}, Span{double})"/>
    internal void ReadNumbers(ReadOnlySpan<int> rows, NumberFormat format, Span<double> values)
    {
        while (!rows.IsEmpty)
        {
            int segment = Find(rows[0]);
            (int first, int end) = (starts[segment], starts[segment + 1]);
            int run = CountWithin(rows[..Math.Min(rows.Length, end - rows[0])], first, end);
            segments[segment].ReadNumbers(rows[..run], first, format, values);
            rows = rows[run..];
            values = values[run..];
        }
    }

    private static NumberSurvey SurveyOf(Segment[] segments)
    {
        NumberSurvey survey = new();
        foreach (Segment segment in segments) survey.Add(segment.Survey());
        return survey;
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
