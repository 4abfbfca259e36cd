using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>The class of each row, as a network's outputs or a dataset's targets say it.</summary>
internal static class ClassIndices
{
    /// <summary>
    /// The predicted classes: of scores [n, k] the column of the highest, the first of equals; of one column of logits, [n] or
    /// [n, 1], class 1 where it is above 0 (a probability above ½); class indices as they are.
    /// </summary>
    public static long[] OfOutputs(Tensor outputs) => Of(outputs, threshold: 0, "outputs");

    /// <summary>The true classes: class indices or 0 and 1, [n] or [n, 1]; of probabilities [n, k] the column of the highest.</summary>
    public static long[] OfTargets(Tensor targets) => Of(targets, threshold: 0.5, "targets");

    /// <summary>Both, which must be of the same rows.</summary>
    /// <exception cref="ShapeException">There are no rows, or not as many of one as of the other.</exception>
    public static (long[] Predicted, long[] True) Of(string metric, Tensor outputs, Tensor targets)
    {
        (long[] predicted, long[] actual) = (OfOutputs(outputs), OfTargets(targets));
        if (predicted.Length != actual.Length || predicted.Length == 0) ThrowCounts(metric, outputs, targets);
        return (predicted, actual);
    }

    private static long[] Of(Tensor tensor, double threshold, string name)
    {
        if (tensor.Rank is 0 or > 2) ThrowShape(name, tensor);
        int columns = tensor.Rank == 1 ? 1 : tensor.Shape[1];
        long[] classes = new long[tensor.Shape[0]];
        for (int row = 0; row < classes.Length; row++)
        {
            if (columns != 1) classes[row] = Highest(tensor, row * columns, columns);
            else if (tensor.DType.IsFloatingPoint) classes[row] = tensor.ElementAt(row) > threshold ? 1 : 0;
            else classes[row] = (long)tensor.ElementAt(row);
        }

        return classes;
    }

    private static int Highest(Tensor scores, int start, int columns)
    {
        int highest = 0;
        for (int column = 1; column < columns; column++)
        {
            if (scores.ElementAt(start + column) > scores.ElementAt(start + highest)) highest = column;
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
