namespace Denpa;

/// <summary>
/// The expected calibration error: how far the probability of the likeliest class lies from how often that class is right, over bins of
/// equal width. 0 is a model whose probabilities can be taken at their word.
/// </summary>
/// <remarks>Guo, Pleiss, Sun and Weinberger 2017, "On Calibration of Modern Neural Networks".</remarks>
public static class ExpectedCalibrationError
{
    /// <summary>The bins that the paper counts in.</summary>
    private const int DefaultBins = 15;

    /// <summary>The error, from 0 to 1; NaN where a logit is.</summary>
    /// <param name="logits">Logits [n, k] of a softmax, or [n] or [n, 1] of a sigmoid.</param>
    /// <param name="targets">Classes [n] or [n, 1], or probabilities [n, k] of which the highest counts.</param>
    /// <param name="bins">The number of bins between 0 and 1.</param>
    /// <exception cref="ShapeException">There are no rows or no columns, or not as many rows of one as of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    public static double Of(Tensor logits, Tensor targets, int bins = DefaultBins)
    {
        (long[] predicted, long[] actual) = ClassIndices.Of("calibration error", logits, targets);
        bool[] hits = new bool[actual.Length];
        for (int row = 0; row < hits.Length; row++) hits[row] = predicted[row] == actual[row];
        return Of(Confidences(logits), hits, bins);
    }

    /// <summary>The error of rows whose likeliest class has these probabilities, and is right or not.</summary>
    internal static double Of(double[] confidences, bool[] hits, int bins = DefaultBins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double[] surplus = new double[bins];
        for (int row = 0; row < hits.Length; row++)
        {
            if (double.IsNaN(confidences[row])) return double.NaN;

            // A bin has its upper bound, and not its lower one.
            int bin = Math.Clamp((int)Math.Ceiling(confidences[row] * bins) - 1, 0, bins - 1);
            surplus[bin] += confidences[row] - (hits[row] ? 1 : 0);
        }

        return surplus.Sum(Math.Abs) / hits.Length;
    }

    /// <summary>The probability of the likeliest class of each row of logits.</summary>
    internal static double[] Confidences(Tensor logits)
    {
        int columns = logits.Rank == 1 ? 1 : logits.Shape[1];
        double[] confidences = new double[logits.Shape[0]];
        for (int row = 0; row < confidences.Length; row++)
        {
            // A sigmoid's logit is a softmax's second when the first is 0.
            double largest = columns == 1 ? 0 : double.NegativeInfinity;
            for (int column = 0; column < columns; column++) largest = Math.Max(largest, logits.ElementAt((row * columns) + column));
            double sum = columns == 1 ? Math.Exp(-largest) : 0;
            for (int column = 0; column < columns; column++) sum += Share(logits.ElementAt((row * columns) + column), largest);
            confidences[row] = 1 / sum;
        }

        return confidences;
    }

    /// <summary>What a logit has of the largest one's probability: all of it when both are ∞, of which ∞ cannot be taken.</summary>
    private static double Share(double logit, double largest) => double.IsPositiveInfinity(logit) ? 1 : Math.Exp(logit - largest);
}
