namespace Denpa.Tables;

/// <summary>Rows shared out by what a column says of them.</summary>
internal static class ColumnSplit
{
    /// <summary>
    /// The rows in the order of a column: the first to learn from, the last to test on, as when the past is to tell the future. The order
    /// is that of numbers where all values are numbers, else that of dates, else that of texts; rows without a value come first, and of
    /// equal ones those that come first in the file.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="fractions">The shares.</param>
    /// <exception cref="ArgumentException">There are fewer rows than parts.</exception>
    public static SplitRows InOrderOf(Column column, ReadOnlySpan<int> rows, SplitFractions fractions)
    {
        int[] order = Ordered(column, rows);
        int[] counts = Counts(order.Length, fractions);
        return new SplitRows(
            [.. order[..counts[0]].Order()], [.. order[counts[0]..^counts[2]].Order()], [.. order[^counts[2]..].Order()]);
    }

    /// <summary>
    /// Whole groups, in an order that is drawn: each goes to the part that lacks most of its share. Rows without a value are one group.
    /// </summary>
    /// <param name="column">The column whose values name the groups.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="fractions">The shares.</param>
    /// <param name="generator">Draws the order.</param>
    /// <exception cref="ArgumentException">There are fewer groups than parts.</exception>
    public static SplitRows ByGroup(Column column, ReadOnlySpan<int> rows, SplitFractions fractions, Generator generator)
    {
        int[][] groups = Groups(column, rows);
        int count = rows.Length;
        generator.Shuffle<int[]>(groups);
        double[] shares = [fractions.Training, fractions.Validation, fractions.Test];
        int wanted = shares.Count(share => share > 0);
        if (groups.Length < wanted) throw new ArgumentException($"split: {groups.Length} groups are fewer than {wanted} parts");
        List<int>[] parts = [[], [], []];
        for (int i = 0; i < groups.Length; i++)
        {
            // The last groups are for the parts that would have none.
            int[] open = [.. Enumerable.Range(0, 3).Where(part => shares[part] > 0)];
            int[] empty = [.. open.Where(part => parts[part].Count == 0)];
            int next = (groups.Length - i <= empty.Length ? empty : open)
                .MaxBy(part => (shares[part] * count) - parts[part].Count);
            parts[next].AddRange(groups[i]);
        }

        return new SplitRows([.. parts[0].Order()], [.. parts[1].Order()], [.. parts[2].Order()]);
    }

    /// <summary>The rows of each group, in the order in which the groups are first met.</summary>
    public static int[][] Groups(Column column, ReadOnlySpan<int> rows) =>
    [
        .. rows.ToArray()
            .GroupBy(row => column.IsMissing(row) ? "" : column[row], StringComparer.Ordinal)
            .Select(group => group.ToArray()),
    ];

    /// <summary>The rows in the order of a column.</summary>
    public static int[] Ordered(Column column, ReadOnlySpan<int> rows)
    {
        int[] all = rows.ToArray();
        ColumnProfile profile = ColumnProfile.Of(column);
        bool amongNumbers = profile.IsNumeric || profile.IsDate;
        int[] present = [.. all.Where(row => !column.IsMissing(row, amongNumbers))];
        int[] missing = [.. all.Where(row => column.IsMissing(row, amongNumbers))];
        if (Array.TrueForAll(present, row => column.ReadNumber(row, out _) == NumberReading.Number))
            return [.. missing, .. present.OrderBy(row => column.ReadNumber(row, out double number) == NumberReading.Number ? number : 0)];
        DateOrder order = profile.Order ?? DateOrder.DayFirst;
        return Array.TrueForAll(present, row => column.ReadDate(row)?.In(order) is not null)
            ? [.. missing, .. present.OrderBy(row => column.ReadDate(row)?.In(order))]
            : [.. missing, .. present.OrderBy(row => column[row], StringComparer.Ordinal)];
    }

    /// <summary>How many rows each part gets; of every part that has a share at least one.</summary>
    private static int[] Counts(int rows, SplitFractions fractions)
    {
        int test = Count(fractions.Test);
        int validation = Count(fractions.Validation);
        return rows - test - validation >= 1
            ? [rows - test - validation, validation, test]
            : throw new ArgumentException($"split: {rows} rows are too few for its parts");

        int Count(double share) => share > 0 ? Math.Max(1, (int)Math.Round(share * rows)) : 0;
    }
}
