using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// Reductions from the layout [outer, reduced, inner] to [outer, inner], row-major. The order in which elements are folded depends on
/// the shape alone; <see cref="SegmentFold{T, TLanes, TFold, TLift}"/> and <see cref="FoldDriver{T, TFold, TLift}"/> say what it is.
/// </summary>
internal static unsafe partial class Reduction
{
    /// <summary>The sum; zero where the reduced axis is empty. Whole numbers wrap around.</summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void Sum<T>(
        ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        => FoldOrFill<T, SumFold<T>, PlainLift<T>>("sum", source, destination, outer, reduced, inner, T.Zero, width);

    /// <summary>The largest element; NaN where there is one among them.</summary>
    /// <exception cref="ArgumentException">The reduced axis is empty, or a span's length is not its shape's.</exception>
    public static void Max<T>(
        ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
    {
        RequireElements("max", outer, reduced, inner);
        FoldOrFill<T, MaxFold<T>, PlainLift<T>>("max", source, destination, outer, reduced, inner, default, width);
    }

    /// <summary>The smallest element; NaN where there is one among them.</summary>
    /// <exception cref="ArgumentException">The reduced axis is empty, or a span's length is not its shape's.</exception>
    public static void Min<T>(
        ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner, VectorWidth? width = null)
        where T : unmanaged, INumber<T>
    {
        RequireElements("min", outer, reduced, inner);
        FoldOrFill<T, MinFold<T>, PlainLift<T>>("min", source, destination, outer, reduced, inner, default, width);
    }

    private static void FoldOrFill<T, TFold, TLift>(
        string operation, ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner, T ofNothing, VectorWidth? width)
        where T : unmanaged, INumber<T>
        where TFold : struct, IFold<T>
        where TLift : struct, ILift<T>
    {
        RequireLengths(operation, source.Length, destination.Length, outer, reduced, inner);
        if (source.IsEmpty)
        {
            destination.Fill(ofNothing);
            return;
        }

        fixed (T* from = source, to = destination)
            FoldDriver<T, TFold, TLift>.Run(from, null, to, outer, reduced, inner, width);
    }

    private static void RequireLengths(string operation, int source, int destination, int outer, int reduced, int inner)
    {
        SpanLength.Require(operation, nameof(source), source, (long)outer * reduced * inner);
        SpanLength.Require(operation, nameof(destination), destination, (long)outer * inner);
    }

    private static void RequireElements(string operation, int outer, int reduced, int inner)
    {
        if (reduced == 0)
            ThrowNoElements(operation, outer, inner);
    }

    [DoesNotReturn]
    private static void ThrowNoElements(string operation, int outer, int inner) => throw new ArgumentException(
        $"{operation}: the reduced axis of [{outer}, 0, {inner}] has no elements, and nothing has no {operation}; " +
        "reduce an axis of size 1 or more.");
}
