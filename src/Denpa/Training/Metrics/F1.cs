namespace Denpa;

/// <summary>The harmonic mean of <see cref="Precision"/> and <see cref="Recall"/>: 2 · hits / (predicted + actual).</summary>
public static class F1
{
    /// <summary>The mean over the classes that were predicted or true at least once (macro average), from 0 to 1.</summary>
    /// <param name="outputs">What <see cref="ConfusionMatrix"/> takes.</param>
    /// <param name="targets">What <see cref="ConfusionMatrix"/> takes.</param>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    public static double Of(Tensor outputs, Tensor targets) => Of(ConfusionMatrix.Of(outputs, targets));

    /// <summary>The mean over the classes that were predicted or true at least once (macro average), from 0 to 1.</summary>
    public static double Of(ConfusionMatrix matrix) => matrix.Macro(label => OfClass(matrix, label));

    /// <summary>The F1 score of each class, from 0 to 1; 0 for a class that is never predicted and never true.</summary>
    public static double[] PerClass(ConfusionMatrix matrix) => matrix.PerClass(label => OfClass(matrix, label));

    private static double OfClass(ConfusionMatrix matrix, int label) =>
        matrix.Predicted(label) + matrix.Actual(label) is var all and > 0 ? 2.0 * matrix.Hits(label) / all : 0;
}
