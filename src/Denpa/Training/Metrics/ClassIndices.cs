using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>The class of each row, as a network's outputs or a dataset's targets say it.</summary>
internal static class ClassIndices
{
    /// <summary>In place of a class: the row holds NaN, and says nothing.</summary>
    public const long None = -1;

    /// <summary>
    /// The predicted classes: of scores [n, k] the column of the highest, the first of equals, as <c>ArgMax</c> has it, to which NaN is
    /// the highest; of one column of logits, [n] or [n, 1], class 1 where it is above 0 (a probability above ½) or NaN; class indices as
    /// they are.
    /// </summary>
    public static long[] OfOutputs(Tensor outputs) => Of(outputs, threshold: 0, "outputs", nanIsHighest: true);

    /// <summary>
    /// Predicted and true classes of the same rows; <see cref="None"/> where a row holds NaN. True ones are class indices or 0 and 1,
    /// [n] or [n, 1]; of probabilities [n, k] the column of the highest.
    /// </summary>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    public static (long[] Predicted, long[] True) Of(string metric, Tensor outputs, Tensor targets)
    {
        long[] predicted = Of(outputs, threshold: 0, "outputs", nanIsHighest: false);
        long[] actual = OfTargets(targets);
        RequireSameRows(metric, outputs, targets);
        return (predicted, actual);
    }

    /// <summary>The true classes alone, of as many rows as there are outputs.</summary>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    public static long[] OfTargets(string metric, Tensor outputs, Tensor targets)
    {
        if (outputs.Rank is 0 or > 2) ThrowShape("outputs", outputs);
        long[] actual = OfTargets(targets);
        RequireSameRows(metric, outputs, targets);
        return actual;
    }

    private static long[] OfTargets(Tensor targets) => Of(targets, threshold: 0.5, "targets", nanIsHighest: false);

    private static void RequireSameRows(string metric, Tensor outputs, Tensor targets)
    {
        if (outputs.Shape[0] != targets.Shape[0] || outputs.Shape[0] == 0) ThrowCounts(metric, outputs, targets);
    }

    private static long[] Of(Tensor tensor, double threshold, string name, bool nanIsHighest)
    {
        if (tensor.Rank is 0 or > 2) ThrowShape(name, tensor);
        int columns = tensor.Rank == 1 ? 1 : tensor.Shape[1];
        long[] classes = new long[tensor.Shape[0]];
        for (int row = 0; row < classes.Length; row++)
        {
            if (columns != 1) classes[row] = Highest(tensor, row * columns, columns, nanIsHighest);
            else if (!tensor.DType.IsFloatingPoint) classes[row] = (long)tensor.ElementAt(row);
            else if (double.IsNaN(tensor.ElementAt(row))) classes[row] = nanIsHighest ? 1 : None;
            else classes[row] = tensor.ElementAt(row) > threshold ? 1 : 0;
        }

        return classes;
    }

    private static long Highest(Tensor scores, int start, int columns, bool nanIsHighest)
    {
        int highest = 0;
        double best = double.NegativeInfinity;
        for (int column = 0; column < columns; column++)
        {
            double score = scores.ElementAt(start + column);
            if (double.IsNaN(score)) return nanIsHighest ? column : None;
            if (score > best) (highest, best) = (column, score);
        }

        return highest;
    }

    [DoesNotReturn]
    private static void ThrowShape(string name, Tensor tensor) =>
        throw new ShapeException($"metric: {name} are {tensor.Shape}; give class indices [n], or scores [n, classes]");

    [DoesNotReturn]
    private static void ThrowCounts(string metric, Tensor outputs, Tensor targets) =>
        throw new ShapeException($"{metric}: outputs {outputs.Shape} and targets {targets.Shape} do not have the same rows, at least one");
}
