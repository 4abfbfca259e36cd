namespace Denpa;

/// <summary>The share of rows whose class is predicted.</summary>
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
        return (double)predicted.Zip(actual).Count(pair => pair.First == pair.Second) / actual.Length;
    }
}
