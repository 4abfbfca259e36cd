namespace Denpa.Tables;

/// <summary>Rows dealt out over folds: each class evenly, and the rows of a group together.</summary>
internal static class RowFolds
{
    /// <summary>The rows of each fold, ascending.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows to deal out.</param>
    /// <param name="labels">The class of each row; empty where there are none.</param>
    /// <param name="settings">The seed, and the column whose values are not to be parted.</param>
    /// <param name="folds">How many folds.</param>
    public static int[][] Of(
        Table table, int[] rows, IReadOnlyDictionary<int, long> labels, TrainingSettings settings, int folds)
    {
        Generator generator = new Generator(settings.Seed).Fork("folds");
        int[][] units = settings.Group is { } group ? ColumnSplit.Groups(table[group], rows) : [.. rows.Select(row => new[] { row })];
        generator.Shuffle<int[]>(units);

        // Each class is dealt out in turn, and a large group before the small ones that even it out.
        IEnumerable<int[]> dealt = settings.Group is null
            ? units.OrderBy(unit => labels.GetValueOrDefault(unit[0]))
            : units.OrderByDescending(unit => unit.Length);
        List<int>[] shares = [.. Enumerable.Range(0, folds).Select(_ => new List<int>())];
        foreach (int[] unit in dealt) shares.MinBy(share => share.Count)!.AddRange(unit);
        return [.. shares.Select(share => share.Order().ToArray())];
    }
}
