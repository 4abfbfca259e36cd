namespace Denpa.Kernels;

/// <summary>Lays tensors one behind the other along an axis: a call for each of them.</summary>
internal static class Concatenate
{
    /// <summary>destination[o, start + i, ·] = part[o, i, ·]; the destination's other places are left alone.</summary>
    /// <param name="part">[outer, length, inner].</param>
    /// <param name="outer">The product of the sizes before the axis.</param>
    /// <param name="axisLength">The size of the destination's axis.</param>
    /// <param name="inner">The product of the sizes after the axis.</param>
    /// <param name="start">The place on the destination's axis where the part begins: the summed lengths of the parts before it.</param>
    /// <param name="length">The part's length along the axis.</param>
    /// <param name="destination">[outer, axisLength, inner]; must not overlap the part.</param>
    /// <exception cref="ArgumentException">The part does not lie on the axis, or a span's length is not its shape's.</exception>
    public static void CopyPart<T>(
        ReadOnlySpan<T> part, int outer, int axisLength, int inner, int start, int length, Span<T> destination)
        where T : unmanaged
    {
        SpanLength.Require("concatenate", nameof(part), part.Length, (long)outer * length * inner);
        SpanLength.Require("concatenate", nameof(destination), destination.Length, (long)outer * axisLength * inner);
        Slice.RequireRange("concatenate", axisLength, start, length);
        if (part.IsEmpty) return;
        BlockCopy.Run(part, length * inner, destination[(start * inner)..], axisLength * inner, length * inner, outer);
    }
}
