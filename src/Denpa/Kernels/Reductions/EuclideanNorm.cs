using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    public static double Of<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = SumOfSquares(x);
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

    private static double SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int chunks = (int)(((long)x.Length + ChunkLength - 1) / ChunkLength);
        double[] rented = ArrayPool<double>.Shared.Rent(Math.Max(chunks, 1));
        Span<double> sums = rented.AsSpan(0, chunks);
        fixed (T* elements = x)
        fixed (double* to = sums)
        {
            WorkerPool.For(x.Length, ChunkLength, new Body<T>(elements, to), (long)(x.Length * NanosecondsPerElement));
        }

        double sum = 0;
        foreach (double part in sums) sum += part;
        ArrayPool<double>.Shared.Return(rented);
        return sum;
    }

    private readonly struct Body<T>(T* elements, double* sums) : IRangeBody
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            // A loop that is not shared may come as one range.
            for (; start < end; start += ChunkLength)
            {
                sums[start / ChunkLength] = Sum(elements + start, elements + Math.Min(end, start + ChunkLength));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static double Sum(T* from, T* end)
        {
            Vector512<double> lower = Vector512<double>.Zero;
            Vector512<double> upper = Vector512<double>.Zero;
            for (; from < end; from += Vector512<T>.Count)
            {
                Vector512<T> x = PointerLanes.LoadUpTo(from, end);
                if (typeof(T) == typeof(float))
                {
                    (Vector512<double> low, Vector512<double> high) = Vector512.Widen(x.AsSingle());
                    lower += low * low;
                    upper += high * high;
                }
                else
                {
                    lower += x.AsDouble() * x.AsDouble();
                }
            }

            return LaneFold.Fold<double, SumFold<double>>(lower + upper);
        }
    }
}
