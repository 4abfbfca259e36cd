using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The sum of squared differences in one pass, with nothing stored in between.</summary>
internal static unsafe class SquaredDistance
{
    // Groups of 64 bytes that are summed in the elements' own type before their sum is added to a float64 one.
    private const int BlockGroups = 32;

    /// <summary>Σ (a[i] − b[i])². The order of the additions depends on the length alone.</summary>
    public static double Sum<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SpanLength.Require("squared distance", nameof(b), b.Length, a.Length);
        double sum;
        fixed (T* left = a, right = b)
            VectorWidths.Run<T, Work<T>>(new Work<T>(left, right, a.Length, &sum), width);
        return sum;
    }

    private readonly struct Work<T>(T* a, T* b, int length, double* sum) : ILaneWork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            double total = 0.0;
            int blockLength = BlockGroups * LaneGroup<T, TLanes>.Length;
            TLanes* sums = stackalloc TLanes[LaneGroup<T, TLanes>.Vectors];
            for (int start = 0; start < length; start += blockLength)
            {
                int end = Math.Min(length - start, blockLength) + start;
                for (int place = 0; place < LaneGroup<T, TLanes>.Vectors; place++)
                    sums[place] = SumOfPlace<TLanes>(start + (place * TLanes.Count), end);
                total += double.CreateTruncating(LaneGroup<T, TLanes>.Fold<SumFold<T>>(sums));
            }

            *sum = total;
        }

        // Every group's vector of one place.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLanes SumOfPlace<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes place = TLanes.Zero;
            for (; start <= end - TLanes.Count; start += LaneGroup<T, TLanes>.Length)
            {
                TLanes difference = TLanes.Load(a + start) - TLanes.Load(b + start);
                place += difference * difference;
            }

            if (start < end)
            {
                TLanes rest = TLanes.LoadPart(a + start, end - start, TLanes.Zero) - TLanes.LoadPart(b + start, end - start, TLanes.Zero);
                place += rest * rest;
            }

            return place;
        }
    }
}
