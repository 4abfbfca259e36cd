namespace Denpa;

/// <summary>The share of rows whose class is predicted. A row that holds NaN is no hit.</summary>
public static class Accuracy
{
    /// <summary>The accuracy, from 0 to 1.</summary>
    /// <param name="outputs">
    /// Scores [n, k], of which the highest counts (the first of equals); logits [n] or [n, 1] of class 1; or classes [n].
    /// </param>
    /// <param name="targets">Classes [n] or [n, 1], or probabilities [n, k].</param>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    public static double Of(Tensor outputs, Tensor targets)
    {
        (long[] predicted, long[] actual) = ClassIndices.Of("accuracy", outputs, targets);
        bool mayHoldNaN = outputs.DType.IsFloatingPoint || targets.DType.IsFloatingPoint;
        int hits = 0;
        for (int row = 0; row < actual.Length; row++)
        {
            if (predicted[row] == actual[row] && !(mayHoldNaN && actual[row] == ClassIndices.None)) hits++;
        }

        return (double)hits / actual.Length;
    }
}
