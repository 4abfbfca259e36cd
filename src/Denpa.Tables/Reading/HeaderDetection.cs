namespace Denpa.Tables;

/// <summary>
/// Decides whether the first row holds the column names. It does when none of its fields is a number or missing while later
/// rows hold numbers; where there are no numbers at all, when its fields are distinct and none occurs again below itself.
/// A first field that is empty is a name left out, as programs write it over their row numbers.
/// </summary>
internal static class HeaderDetection
{
    /// <summary>How many rows are looked at for numbers.</summary>
    private const int RowsSampled = 1000;

    public static (bool HasHeader, string Reason) Decide(IReadOnlyList<Column> columns)
    {
        foreach (Column column in columns)
        {
            if (IsNumber(column, 0)) return (false, $"the first row holds the number {Quoted.Text(column[0])}");
            bool nameLeftOut = column.Index == 0 && columns.Count > 1 && column[0].Length == 0;
            if (column.IsMissing(0) && !nameLeftOut) return (false, $"field {column.Index + 1} of the first row is missing");
        }

        if (columns.Any(HoldsNumbersBelow)) return (true, "the first row holds only text, and numbers follow");
        if (columns.Select(column => column[0]).Distinct(StringComparer.Ordinal).Count() < columns.Count)
            return (false, "the first row repeats a text");
        return columns.FirstOrDefault(OccursAgain) is { } repeated
            ? (false, $"{Quoted.Text(repeated[0])} of the first row occurs again below")
            : (true, "the first row's texts are distinct and do not occur again below");
    }

    private static bool IsNumber(Column column, int row) => column.ReadNumber(row, out _) != NumberReading.NotANumber;

    private static bool HoldsNumbersBelow(Column column)
    {
        int numbers = 0;
        int values = 0;
        for (int row = 1; row < Math.Min(column.Count, RowsSampled); row++)
        {
            if (column.IsMissing(row)) continue;
            values++;
            if (IsNumber(column, row)) numbers++;
        }

        return numbers > 0 && numbers * 2 >= values;
    }

    private static bool OccursAgain(Column column)
    {
        Span<byte> first = stackalloc byte[Segment.ScratchLength];
        Span<byte> scratch = stackalloc byte[Segment.ScratchLength];
        ReadOnlySpan<byte> name = column.Utf8(0, first);
        for (int row = 1; row < column.Count; row++)
            if (column.Utf8(row, scratch).SequenceEqual(name)) return true;
        return false;
    }
}
