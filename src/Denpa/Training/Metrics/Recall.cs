namespace Denpa;

/// <summary>Of the rows of a class, the share that is predicted to be.</summary>
public static class Recall
{
    /// <summary>The mean over the classes that were predicted or true at least once (macro average), from 0 to 1.</summary>
    /// <param name="outputs">What <see cref="ConfusionMatrix"/> takes.</param>
    /// <param name="targets">What <see cref="ConfusionMatrix"/> takes.</param>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    public static double Of(Tensor outputs, Tensor targets) => Of(ConfusionMatrix.Of(outputs, targets));

    /// <summary>The mean over the classes that were predicted or true at least once (macro average), from 0 to 1.</summary>
    public static double Of(ConfusionMatrix matrix) => matrix.Macro(label => OfClass(matrix, label));

    /// <summary>The recall of each class, from 0 to 1; 0 for a class that never is true.</summary>
    public static double[] PerClass(ConfusionMatrix matrix) => matrix.PerClass(label => OfClass(matrix, label));

    private static double OfClass(ConfusionMatrix matrix, int label) =>
        matrix.Actual(label) == 0 ? 0 : (double)matrix.Hits(label) / matrix.Actual(label);
}
