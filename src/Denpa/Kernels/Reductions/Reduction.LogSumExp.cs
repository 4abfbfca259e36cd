using System.Buffers;
using System.Numerics;

namespace Denpa.Kernels;

/// <summary>The logarithm of a sum of exponentials.</summary>
internal static unsafe partial class Reduction
{
    /// <summary>
    /// log Σ exp(x), as m + log Σ exp(x − m) with the largest element m, so that it neither overflows nor loses everything to
    /// underflow; −∞ where the reduced axis is empty.
    /// </summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void LogSumExp<T>(
        ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireLengths("log-sum-exp", source.Length, destination.Length, outer, reduced, inner);
        if (source.IsEmpty)
        {
            destination.Fill(T.NegativeInfinity);
            return;
        }

        T[] scratch = ArrayPool<T>.Shared.Rent(destination.Length);
        fixed (T* from = source, to = destination, sums = scratch)
        {
            FoldDriver<T, MaxFold<T>, PlainLift<T>>.Run(from, null, to, outer, reduced, inner, width);
            ReplaceNonFinite(to, to + destination.Length);
            FoldDriver<T, SumFold<T>, ShiftedExpLift<T>>.Run(from, to, sums, outer, reduced, inner, width);
            VectorWidths.Run<T, AddLogarithms<T>>(new AddLogarithms<T>(sums, to, destination.Length), width);
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

    /// <summary>shifts[i] += log sums[i].</summary>
    private readonly struct AddLogarithms<T>(T* sums, T* shifts, int length) : ILaneWork<T>
        where T : unmanaged, INumber<T>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            for (int i = 0; i < length; i += TLanes.Count)
            {
                TLanes logarithm = VectorMath<T, TLanes>.Log(PointerLanes<T, TLanes>.LoadUpTo(sums + i, sums + length));
                TLanes shift = PointerLanes<T, TLanes>.LoadUpTo(shifts + i, shifts + length);
                PointerLanes<T, TLanes>.StoreUpTo(shift + logarithm, shifts + i, shifts + length);
            }
        }
    }
}
