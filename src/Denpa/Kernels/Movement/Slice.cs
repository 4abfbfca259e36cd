using System.Diagnostics.CodeAnalysis;

namespace Denpa.Kernels;

/// <summary>Copies a range of one axis.</summary>
internal static class Slice
{
    /// <summary>destination[o, i, ·] = source[o, start + i, ·].</summary>
    /// <param name="source">[outer, axisLength, inner].</param>
    /// <param name="outer">The product of the sizes before the axis.</param>
    /// <param name="axisLength">The size of the axis.</param>
    /// <param name="inner">The product of the sizes after the axis.</param>
    /// <param name="start">The first place on the axis to copy.</param>
    /// <param name="length">The number of places to copy.</param>
    /// <param name="destination">[outer, length, inner]; must not overlap the source.</param>
    /// <exception cref="ArgumentException">The range is not on the axis, or a span's length is not its shape's.</exception>
    public static void Copy<T>(
        ReadOnlySpan<T> source, int outer, int axisLength, int inner, int start, int length, Span<T> destination)
        where T : unmanaged
    {
        SpanLength.Require("slice", nameof(source), source.Length, (long)outer * axisLength * inner);
        SpanLength.Require("slice", nameof(destination), destination.Length, (long)outer * length * inner);
        RequireRange("slice", axisLength, start, length);
        if (destination.IsEmpty) return;
        BlockCopy.Run(source[(start * inner)..], axisLength * inner, destination, length * inner, length * inner, outer);
    }

    internal static void RequireRange(string operation, int axisLength, int start, int length)
    {
        if (start < 0 || length < 0 || start > axisLength - length)
            ThrowOffAxis(operation, axisLength, start, length);
    }

    [DoesNotReturn]
    private static void ThrowOffAxis(string operation, int axisLength, int start, int length) => throw new ArgumentException(
        $"{operation}: {length} places from {start} on do not lie on an axis of length {axisLength}.");
}
