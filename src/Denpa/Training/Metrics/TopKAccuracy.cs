namespace Denpa;

/// <summary>The share of rows whose class is among the k with the highest scores. A row that holds NaN is no hit.</summary>
public static class TopKAccuracy
{
    /// <summary>The accuracy, from 0 to 1. Of equal scores the first columns count as higher.</summary>
    /// <param name="scores">Scores [n, classes].</param>
    /// <param name="targets">Classes [n] or [n, 1], or probabilities [n, classes].</param>
    /// <param name="k">How many guesses a row has.</param>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1, or a target is no column of the scores.</exception>
    public static double Of(Tensor scores, Tensor targets, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        long[] actual = ClassIndices.OfTargets("top-k accuracy", scores, targets);
        if (scores.Rank != 2) throw new ShapeException($"top-k accuracy: the scores are {scores.Shape}, not [n, classes]");
        int columns = scores.Shape[1];
        int hits = 0;
        for (int row = 0; row < actual.Length; row++)
        {
            if (actual[row] == ClassIndices.None && targets.DType.IsFloatingPoint) continue;
            ArgumentOutOfRangeException.ThrowIfNegative(actual[row], nameof(targets));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(actual[row], columns, nameof(targets));
            if (IsAmongHighest(scores, row * columns, columns, (int)actual[row], k)) hits++;
        }

        return (double)hits / actual.Length;
    }

    private static bool IsAmongHighest(Tensor scores, int start, int columns, int target, int k)
    {
        double score = scores.ElementAt(start + target);
        int above = 0;
        for (int column = 0; column < columns; column++)
        {
            double other = scores.ElementAt(start + column);
            if (double.IsNaN(other)) return false;
            if (other > score || (other == score && column < target)) above++;
        }

        return above < k;
    }
}
