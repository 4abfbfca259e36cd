namespace Denpa;

/// <summary>
/// The mean cross-entropy −log p of the true classes, computed from logits in double precision: exact where probabilities would
/// round to 0 or 1.
/// </summary>
public static class LogLoss
{
    /// <summary>The mean over the rows, from 0 up; NaN where a logit or a target is. A logit of ∞ has all the probability.</summary>
    /// <param name="logits">Logits [n, k] of a softmax, or [n] or [n, 1] of a sigmoid.</param>
    /// <param name="targets">Classes [n] or [n, 1], or probabilities [n, k] of which the highest counts.</param>
    /// <exception cref="ShapeException">There are no rows or no columns, or not as many rows of one as of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is no column of the logits.</exception>
    public static double Of(Tensor logits, Tensor targets)
    {
        long[] actual = ClassIndices.OfTargets("log loss", logits, targets);
        int columns = logits.Rank == 1 ? 1 : logits.Shape[1];
        double[] row = new double[Math.Max(columns, 2)];
        double sum = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            if (actual[i] == ClassIndices.None && targets.DType.IsFloatingPoint) return double.NaN;
            ArgumentOutOfRangeException.ThrowIfNegative(actual[i], nameof(targets));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(actual[i], row.Length, nameof(targets));

            // A sigmoid's logit is a softmax's second when the first is 0.
            if (columns == 1) row[1] = logits.ElementAt(i);
            else for (int column = 0; column < columns; column++) row[column] = logits.ElementAt((i * columns) + column);
            sum += OfRow(row, actual[i]);
        }

        return sum / actual.Length;
    }

    private static double OfRow(double[] logits, long target)
    {
        double largest = logits.Max();
        double sum = 0;
        foreach (double logit in logits) sum += Math.Exp(Distance(logit, largest));
        return Math.Log(sum) - Distance(logits[target], largest);
    }

    /// <summary>How far a logit lies from the largest: 0 for ∞ itself, of which ∞ cannot be taken.</summary>
    private static double Distance(double logit, double largest) => double.IsPositiveInfinity(logit) ? 0 : logit - largest;
}
