namespace Denpa.Tables;

/// <summary>Fields kept as text, in UTF-8.</summary>
/// <param name="text">All fields' bytes, one after the other.</param>
/// <param name="ends">Where each field ends within <paramref name="text"/>.</param>
internal sealed class TextSegment(byte[] text, int[] ends) : Segment(ends.Length)
{
    public override int CommaAdvantage()
    {
        int advantage = 0;
        for (int row = 0; row < Count; row++)
        {
            ReadOnlySpan<byte> field = Field(row);
            if (field.Contains((byte)',') && NumberText.Read(field, decimalComma: true, out _) != NumberReading.NotANumber) advantage++;
            if (field.Contains((byte)'.') && NumberText.Read(field, decimalComma: false, out _) != NumberReading.NotANumber) advantage--;
        }

        return advantage;
    }

    public override bool IsMissing(int row) => MissingValue.Is(Field(row));

    public override ReadOnlySpan<byte> Utf8(int row, Span<byte> scratch) => Field(row);

    public override NumberReading ReadNumber(int row, bool decimalComma, out double value) =>
        NumberText.Read(Field(row), decimalComma, out value);

    public override void ReadNumbers(ReadOnlySpan<int> rows, int first, bool decimalComma, Span<double> values)
    {
        for (int i = 0; i < rows.Length; i++)
            values[i] = ReadNumber(rows[i] - first, decimalComma, out double value) == NumberReading.Number ? value : double.NaN;
    }

    public override SegmentProfile? Profile(bool decimalComma) => null;

    private ReadOnlySpan<byte> Field(int row)
    {
        int start = row == 0 ? 0 : ends[row - 1];
        return text.AsSpan(start, ends[row] - start);
    }
}
