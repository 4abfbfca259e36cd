namespace Denpa.Tables;

/// <summary>Fields kept as text, in UTF-8.</summary>
/// <param name="text">All fields' bytes, one after the other.</param>
/// <param name="ends">Where each field ends within <paramref name="text"/>.</param>
/// <param name="missing">What stands for missing.</param>
/// <param name="quoted">The fields that would be missing if they had not stood in quotes, ascending.</param>
internal sealed class TextSegment(byte[] text, int[] ends, MissingValues missing, int[] quoted) : Segment(ends.Length)
{
    public override bool IsMissing(int row, bool amongNumbers) => amongNumbers
        ? missing.ContainAmongNumbers(Field(row))
        : missing.Contain(Field(row), quoted.Length > 0 && Array.BinarySearch(quoted, row) >= 0);

    public override ReadOnlySpan<byte> Utf8(int row, Span<byte> scratch) => Field(row);

    public override NumberReading ReadNumber(int row, NumberFormat format, out double value)
    {
        NumberReading reading = NumberText.Read(Field(row), format, out value);
        if (reading == NumberReading.Number && !missing.HaveNumbers) return reading;
        return reading != NumberReading.NotANumber && IsMissing(row, amongNumbers: true) ? NumberReading.NotANumber : reading;
    }

    public override void ReadNumbers(ReadOnlySpan<int> rows, int first, NumberFormat format, Span<double> values)
    {
        for (int i = 0; i < rows.Length; i++)
            values[i] = ReadNumber(rows[i] - first, format, out double value) == NumberReading.Number ? value : double.NaN;
    }

    protected override NumberSurvey LookAtNumbers()
    {
        NumberSurvey survey = new();
        for (int row = 0; row < Count; row++) survey.Add(Field(row));
        return survey;
    }

    public override SegmentProfile? Profile(NumberFormat format) => null;

    private ReadOnlySpan<byte> Field(int row)
    {
        int start = row == 0 ? 0 : ends[row - 1];
        return text.AsSpan(start, ends[row] - start);
    }
}
