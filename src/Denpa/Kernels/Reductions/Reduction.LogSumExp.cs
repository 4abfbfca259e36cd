using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The logarithm of a sum of exponentials.</summary>
internal static unsafe partial class Reduction
{
    /// <summary>
    /// log Σ exp(x), as m + log Σ exp(x − m) with the largest element m, so that it neither overflows nor loses everything to
    /// underflow; −∞ where the reduced axis is empty.
    /// </summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void LogSumExp<T>(ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireLengths("log-sum-exp", source.Length, destination.Length, outer, reduced, inner);
        if (source.IsEmpty)
        {
            destination.Fill(T.NegativeInfinity);
            return;
        }
        var scratch = ArrayPool<T>.Shared.Rent(destination.Length);
        fixed (T* from = source, to = destination, sums = scratch)
        {
            FoldDriver<T, MaxFold<T>, PlainLift<T>>.Run(from, null, to, outer, reduced, inner);
            ReplaceNonFinite(to, to + destination.Length);
            FoldDriver<T, SumFold<T>, ShiftedExpLift<T>>.Run(from, to, sums, outer, reduced, inner);
            AddLogarithms(sums, to, to + destination.Length);
        }
        ArrayPool<T>.Shared.Return(scratch);
    }

    // ∞ − ∞ would make NaN of what is infinite; without a shift such sums come out right by themselves.
    private static void ReplaceNonFinite<T>(T* shift, T* end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (; shift < end; shift++)
        {
            if (!T.IsFinite(*shift))
                *shift = T.Zero;
        }
    }

    private static void AddLogarithms<T>(T* sum, T* shift, T* end)
        where T : unmanaged
    {
        var sumEnd = sum + (end - shift);
        for (; shift < end; shift += Vector512<T>.Count, sum += Vector512<T>.Count)
        {
            var logarithm = VectorMath.Log(PointerLanes.LoadUpTo(sum, sumEnd));
            PointerLanes.StoreUpTo(PointerLanes.LoadUpTo(shift, end) + logarithm, shift, end);
        }
    }
}
