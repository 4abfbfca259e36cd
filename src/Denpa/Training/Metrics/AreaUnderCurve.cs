using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// The area under the receiver operating characteristic (AUC): how often a row of class 1 has a higher score than a row of class 0,
/// over all such pairs; a tie counts half. ½ is no better than chance, whatever the classes' shares.
/// </summary>
public static class AreaUnderCurve
{
    /// <summary>The area, from 0 to 1; NaN where all rows are of one class, or where a score or a target is NaN.</summary>
    /// <param name="outputs">Scores [n] or [n, 1] of class 1, such as logits; or [n, 2] of both classes.</param>
    /// <param name="targets">Classes 0 and 1, [n] or [n, 1], or probabilities [n, 2].</param>
    /// <exception cref="ShapeException">There are no rows, not as many of one as of the other, or more than two classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is neither 0 nor 1.</exception>
    public static double Of(Tensor outputs, Tensor targets)
    {
        long[] actual = ClassIndices.OfTargets("area under the curve", outputs, targets);
        int columns = outputs.Rank == 1 ? 1 : outputs.Shape[1];
        if (columns > 2) ThrowClasses(outputs);
        double[] scores = new double[actual.Length];
        for (int row = 0; row < scores.Length; row++)
        {
            scores[row] = columns == 1 ? outputs.ElementAt(row) : outputs.ElementAt((2 * row) + 1) - outputs.ElementAt(2 * row);
            bool isMissing = actual[row] == ClassIndices.None && targets.DType.IsFloatingPoint;
            if (isMissing || double.IsNaN(scores[row])) return double.NaN;
        }

        return Of(scores, actual);
    }

    /// <summary>The area of scores whose classes are known.</summary>
    internal static double Of(double[] scores, long[] classes)
    {
        long[] actual = [.. classes];
        double[] sorted = [.. scores];
        Array.Sort(sorted, actual);
        double area = 0;
        long below = 0;
        long above = 0;
        for (int start = 0; start < sorted.Length;)
        {
            (long negative, long positive) = (0, 0);
            int end = start;
            for (; end < sorted.Length && sorted[end].Equals(sorted[start]); end++)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(actual[end], nameof(classes));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(actual[end], 1, nameof(classes));
                if (actual[end] == 1) positive++;
                else negative++;
            }

            area += positive * (below + (0.5 * negative));
            (below, above, start) = (below + negative, above + positive, end);
        }

        return below == 0 || above == 0 ? double.NaN : area / below / above;
    }

    [DoesNotReturn]
    private static void ThrowClasses(Tensor outputs) => throw new ShapeException(
        $"area under the curve: the outputs {outputs.Shape} are of more than two classes; give the scores of one class against the rest");
}
