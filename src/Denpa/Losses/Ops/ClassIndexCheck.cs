using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>Whether class indices belong to logits whose classes lie along the last axis.</summary>
internal static class ClassIndexCheck
{
    /// <summary>The shape of the rows, which the indices must have.</summary>
    /// <exception cref="ShapeException">The indices have another shape, or there is no axis of classes.</exception>
    /// <exception cref="DTypeException">The indices are not int64.</exception>
    public static Shape RequireRows(TensorSpec logits, TensorSpec targets, string operation)
    {
        if (logits.Shape.Rank == 0) throw new ShapeException($"{operation}: a scalar has no axis of classes");
        if (targets.DType != DType.Int64) DTypeException.ThrowNotIndices(operation, targets.DType);
        Shape rows = new(logits.Shape.Sizes[..^1]);
        if (targets.Shape == rows) return rows;
        throw new ShapeException(
            $"{operation}: logits {logits.Shape} have their classes on the last axis, so class indices are {rows}, " +
            $"but these are {targets.Shape}");
    }

    /// <exception cref="ArgumentOutOfRangeException">An index is no class.</exception>
    public static void Require(ReadOnlySpan<long> targets, int classes, string operation)
    {
        for (int row = 0; row < targets.Length; row++)
        {
            if ((ulong)targets[row] >= (ulong)classes) ThrowNoClass(targets, row, classes, operation);
        }
    }

    [DoesNotReturn]
    private static void ThrowNoClass(ReadOnlySpan<long> targets, int row, int classes, string operation) =>
        throw new ArgumentOutOfRangeException(
            nameof(targets), $"{operation}: row {row} has class index {targets[row]}, but there are {classes} classes, 0 to {classes - 1}");
}
