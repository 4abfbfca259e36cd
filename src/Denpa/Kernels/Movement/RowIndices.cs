using System.Diagnostics.CodeAnalysis;

namespace Denpa.Kernels;

/// <summary>The check of indices that come from data.</summary>
internal static class RowIndices
{
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the axis; the message says which and where.</exception>
    public static void Require(string operation, ReadOnlySpan<long> indices, int axisLength)
    {
        for (int position = 0; position < indices.Length; position++)
        {
            if ((ulong)indices[position] >= (ulong)axisLength)
                Throw(operation, position, indices[position], axisLength);
        }
    }

    [DoesNotReturn]
    private static void Throw(string operation, int position, long index, int axisLength) => throw new ArgumentOutOfRangeException(
        nameof(index),
        axisLength == 0
            ? $"{operation}: index {index} at position {position} points into an axis of length 0, which has nothing to point at."
            : $"{operation}: index {index} at position {position} is outside of the axis of length {axisLength}, whose places are 0 to " +
              $"{axisLength - 1}.");
}
