using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The length of a vector of any number of elements: √Σ x², with squares taken and added in float64.</summary>
internal static unsafe class EuclideanNorm
{
    // Each chunk's sum is its own, so the bits do not depend on the number of threads.
    private const int ChunkLength = 1 << 14;
    private const double NanosecondsPerElement = 0.15;

    // Below it squares lose digits to underflow.
    private const double SmallestExactSum = 1e-280;

    /// <summary>The norm: NaN or infinite only where an element is, or where the norm itself is beyond float64.</summary>
    public static double Of<T>(ReadOnlySpan<T> x, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = SumOfSquares(x, width);
        if (sum is >= SmallestExactSum and < double.PositiveInfinity) return Math.Sqrt(sum);

        // A square of float64 may run over or under where the norm does not; those of float32 never do.
        double largest = x.IsEmpty ? 0 : double.CreateTruncating(T.Abs(TensorPrimitives.MaxMagnitude(x)));
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        double scaled = 0;
        foreach (T element in x)
        {
            double part = double.CreateTruncating(element) / largest;
            scaled += part * part;
        }

        return largest * Math.Sqrt(scaled);
    }

    private static double SumOfSquares<T>(ReadOnlySpan<T> x, VectorWidth? width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int chunks = (int)(((long)x.Length + ChunkLength - 1) / ChunkLength);
        double[] rented = ArrayPool<double>.Shared.Rent(Math.Max(chunks, 1));
        Span<double> sums = rented.AsSpan(0, chunks);
        fixed (T* elements = x)
        fixed (double* to = sums)
        {
            SumsOfChunks<T> loop = new(elements, to);
            LaneLoop.For<double, SumsOfChunks<T>>(x.Length, ChunkLength, loop, (long)(x.Length * NanosecondsPerElement), width);
        }

        double sum = 0;
        foreach (double part in sums) sum += part;
        ArrayPool<double>.Shared.Return(rented);
        return sum;
    }

    private readonly struct SumsOfChunks<T>(T* elements, double* sums) : ILaneLoop<double>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, double>
        {
            // A loop that is not shared may come as one range.
            for (; start < end; start += ChunkLength)
            {
                sums[start / ChunkLength] = Sum<TLanes>(elements + start, elements + Math.Min(end, start + ChunkLength));
            }
        }

        private static double Sum<TLanes>(T* from, T* end)
            where TLanes : unmanaged, ILanes<TLanes, double>
        {
            int groupLength = LengthOfGroup<TLanes>();
            TLanes* folds = stackalloc TLanes[LaneGroup<double, TLanes>.Vectors];
            T* rest = stackalloc T[groupLength];
            int restLength = (int)(end - from) % groupLength;
            new Span<T>(rest, groupLength).Clear();
            new ReadOnlySpan<T>(end - restLength, restLength).CopyTo(new Span<T>(rest, groupLength));
            for (int place = 0; place < LaneGroup<double, TLanes>.Vectors; place++)
            {
                int first = place * TLanes.Count;
                folds[place] = SumOfPlace<TLanes>(from + first, end - restLength, rest + first);
            }

            return LaneGroup<double, TLanes>.Fold<SumFold<double>>(folds);
        }

        // Elements in 64 bytes, which are dealt out over one group of lanes of float64, or in two halves over the same.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int LengthOfGroup<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, double> => LaneGroup<double, TLanes>.Length * sizeof(double) / sizeof(T);

        // One vector's place in all whole groups, and in the rest, which zeros make a group of.
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static TLanes SumOfPlace<TLanes>(T* from, T* end, T* rest)
            where TLanes : unmanaged, ILanes<TLanes, double>
        {
            TLanes lower = TLanes.Zero;
            TLanes upper = TLanes.Zero;
            for (; from < end; from += LengthOfGroup<TLanes>()) Add(from, ref lower, ref upper);
            Add(rest, ref lower, ref upper);
            return lower + upper;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Add<TLanes>(T* from, ref TLanes lower, ref TLanes upper)
            where TLanes : unmanaged, ILanes<TLanes, double>
        {
            if (typeof(T) == typeof(float))
            {
                TLanes low = TLanes.LoadWidened((float*)from);
                TLanes high = TLanes.LoadWidened((float*)from + LaneGroup<double, TLanes>.Length);
                lower += low * low;
                upper += high * high;
            }
            else
            {
                TLanes x = TLanes.Load((double*)from);
                lower += x * x;
            }
        }
    }
}
