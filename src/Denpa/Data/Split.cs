using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>The rows of each part of a split, ascending.</summary>
/// <param name="Training">Rows to learn from.</param>
/// <param name="Validation">Rows to choose by: when to stop, which settings.</param>
/// <param name="Test">Rows to judge by, once.</param>
public sealed record SplitRows(int[] Training, int[] Validation, int[] Test);

/// <summary>Splits rows into a training, a validation and a test part, at random and repeatably.</summary>
public static class Split
{
    /// <summary>Splits rows without regard to what they are.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="generator">Draws which row goes where.</param>
    /// <param name="fractions">The sizes of the parts; 80/10/10 when left out.</param>
    /// <exception cref="ArgumentException">There are fewer rows than parts.</exception>
    public static SplitRows Random(int count, Generator generator, SplitFractions? fractions = null) =>
        Stratified(new long[count], generator, fractions);

    /// <summary>
    /// Splits rows so that each class is shared out as the whole is. Of each class, every part gets its share rounded down or
    /// up, and what rounding leaves goes to the part that is farthest behind over the classes so far; a class of few rows is in
    /// the training part at least. A part that would still be empty is given a row of the largest.
    /// </summary>
    /// <param name="classes">The class of each row.</param>
    /// <param name="generator">Draws which row goes where.</param>
    /// <param name="fractions">The sizes of the parts; 80/10/10 when left out.</param>
    /// <exception cref="ArgumentException">There are fewer rows than parts.</exception>
    public static SplitRows Stratified(ReadOnlySpan<long> classes, Generator generator, SplitFractions? fractions = null)
    {
        fractions ??= SplitFractions.Default;
        double[] shares = [fractions.Training, fractions.Validation, fractions.Test];
        int wanted = shares.Count(share => share > 0);
        if (classes.Length < wanted) ThrowTooFew(classes.Length, wanted);
        SortedDictionary<long, List<int>> rowsByClass = [];
        for (int row = 0; row < classes.Length; row++)
        {
            if (!rowsByClass.TryGetValue(classes[row], out List<int>? rows)) rowsByClass.Add(classes[row], rows = []);
            rows.Add(row);
        }

        List<int[]> counts = ShareOut([.. rowsByClass.Values.Select(rows => rows.Count)], shares);
        FillEmptyParts(counts, shares);
        List<int>[] parts = [[], [], []];
        foreach ((int[] rows, int[] count) in rowsByClass.Values.Select(rows => rows.ToArray()).Zip(counts))
        {
            generator.Shuffle<int>(rows);
            parts[0].AddRange(rows[..count[0]]);
            parts[1].AddRange(rows[count[0]..^count[2]]);
            parts[2].AddRange(rows[^count[2]..]);
        }

        return new SplitRows([.. parts[0].Order()], [.. parts[1].Order()], [.. parts[2].Order()]);
    }

    /// <summary>How many rows of each class each part gets.</summary>
    private static List<int[]> ShareOut(int[] sizes, double[] shares)
    {
        // A share of 3 that rounding made 2.9999999999999996 is still 3.
        const double Slack = 1e-9;
        List<int[]> counts = [];
        double[] behind = [0, 0, 0];
        foreach (int size in sizes)
        {
            int[] count = [.. shares.Select(share => (int)((size * share) + Slack))];
            for (int part = 0; part < 3; part++) behind[part] += (size * shares[part]) - count[part];
            List<int> open = [.. Enumerable.Range(0, 3).Where(part => (size * shares[part]) - count[part] > Slack)];
            for (int left = size - count.Sum(); left > 0; left--)
            {
                int next = count[0] == 0 ? 0 : open.MaxBy(part => behind[part]);
                open.Remove(next);
                count[next]++;
                behind[next]--;
            }

            counts.Add(count);
        }

        return counts;
    }

    private static void FillEmptyParts(List<int[]> counts, double[] shares)
    {
        for (int empty = 0; empty < 3; empty++)
        {
            if (shares[empty] == 0 || counts.Sum(count => count[empty]) > 0) continue;
            int largest = Enumerable.Range(0, 3).MaxBy(part => counts.Sum(count => count[part]));
            int[] giver = counts.MaxBy(count => count[largest])!;
            giver[largest]--;
            giver[empty]++;
        }
    }

    [DoesNotReturn]
    private static void ThrowTooFew(int count, int parts) => throw new ArgumentException(
        $"split: {count} rows cannot be shared out over {parts} parts that each need one; give more rows, or 0 for a part");
}
