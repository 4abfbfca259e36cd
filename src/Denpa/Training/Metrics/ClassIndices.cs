using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

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
    /// <exception cref="ShapeException">There are no rows or no columns, or not as many rows of one as of the other.</exception>
    public static (long[] Predicted, long[] True) Of(string metric, Tensor outputs, Tensor targets)
    {
        long[] predicted = Of(outputs, threshold: 0, "outputs", nanIsHighest: false);
        long[] actual = OfTargets(targets);
        RequireSameRows(metric, outputs, targets);
        return (predicted, actual);
    }

    /// <summary>The true classes alone, of as many rows as there are outputs.</summary>
    /// <exception cref="ShapeException">There are no rows or no columns, or not as many rows of one as of the other.</exception>
    public static long[] OfTargets(string metric, Tensor outputs, Tensor targets)
    {
        RequireClasses("outputs", outputs);
        long[] actual = OfTargets(targets);
        RequireSameRows(metric, outputs, targets);
        return actual;
    }

    private static long[] OfTargets(Tensor targets) => Of(targets, threshold: 0.5, "targets", nanIsHighest: false);

    private static void RequireSameRows(string metric, Tensor outputs, Tensor targets)
    {
        if (outputs.Shape[0] != targets.Shape[0] || outputs.Shape[0] == 0) ThrowCounts(metric, outputs, targets);
    }

    private static void RequireClasses(string name, Tensor tensor)
    {
        if (tensor.Rank is 0 or > 2 || (tensor.Rank == 2 && tensor.Shape[1] == 0)) ThrowShape(name, tensor);
    }

    private static long[] Of(Tensor tensor, double threshold, string name, bool nanIsHighest)
    {
        RequireClasses(name, tensor);
        int columns = tensor.Rank == 1 ? 1 : tensor.Shape[1];
        long[] classes = new long[tensor.Shape[0]];
        switch (tensor.DType)
        {
            case DType.Float32: Fill(tensor.AsSpan<float>(), classes, columns, (float)threshold, nanIsHighest); break;
            case DType.Float64: Fill(tensor.AsSpan<double>(), classes, columns, threshold, nanIsHighest); break;
            case DType.Int64: FillWhole(tensor.AsSpan<long>(), classes, columns); break;
            case DType.Bool: FillWhole(MemoryMarshal.Cast<bool, byte>(tensor.AsSpan<bool>()), classes, columns); break;
            default: FillWhole(tensor.AsSpan<byte>(), classes, columns); break;
        }

        return classes;
    }

    private static void Fill<T>(ReadOnlySpan<T> elements, Span<long> classes, int columns, T threshold, bool nanIsHighest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0; row < classes.Length; row++)
        {
            ReadOnlySpan<T> scores = elements.Slice(row * columns, columns);
            if (columns != 1) classes[row] = Highest(scores, nanIsHighest);
            else if (T.IsNaN(scores[0])) classes[row] = nanIsHighest ? 1 : None;
            else classes[row] = scores[0] > threshold ? 1 : 0;
        }
    }

    private static void FillWhole<T>(ReadOnlySpan<T> elements, Span<long> classes, int columns)
        where T : unmanaged, INumber<T>
    {
        for (int row = 0; row < classes.Length; row++)
        {
            ReadOnlySpan<T> scores = elements.Slice(row * columns, columns);
            classes[row] = columns == 1 ? long.CreateTruncating(scores[0]) : Highest(scores, nanIsHighest: true);
        }
    }

    private static long Highest<T>(ReadOnlySpan<T> scores, bool nanIsHighest)
        where T : unmanaged, INumber<T>
    {
        int highest = 0;
        for (int column = 0; column < scores.Length; column++)
        {
            if (T.IsNaN(scores[column])) return nanIsHighest ? column : None;
            if (scores[column] > scores[highest]) highest = column;
        }

        return highest;
    }

    [DoesNotReturn]
    private static void ThrowShape(string name, Tensor tensor) =>
        throw new ShapeException($"metric: {name} are {tensor.Shape}; give class indices [n], or scores [n, classes], 1 or more of them");

    [DoesNotReturn]
    private static void ThrowCounts(string metric, Tensor outputs, Tensor targets) =>
        throw new ShapeException($"{metric}: outputs {outputs.Shape} and targets {targets.Shape} do not have the same rows, at least one");
}
