using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// One row times a transposed matrix, at the speed of memory: every element is the dot product of two contiguous lines, each at least
/// one vector long.
/// </summary>
/// <remarks>
/// The order of the additions: the line is cut into vectors, dealt out in turn to four sums of fused multiply-adds; what is left over
/// after the last whole vector goes to the fourth. Then (s₀ + s₁) + (s₂ + s₃), and the lanes as in <see cref="LaneFold"/>.
/// </remarks>
internal static unsafe class RowDots<T>
    where T : unmanaged, INumber<T>
{
    // Multiplications in one chunk of a parallel loop.
    private const int ChunkCost = 16_384;

    /// <summary>destination [n] = matrix [n, k] · vector [k], with k at least one vector long.</summary>
    public static void Multiply<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var body = new DotsBody<TEpilogue>(vector, matrix, destination, n, k, epilogue);
        WorkerPool.For(n, Math.Max(1, ChunkCost / k), body, cost: (long)n * k / 8);
    }

    private readonly struct DotsBody<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, TEpilogue epilogue) : IRangeBody
        where TEpilogue : struct, ITileEpilogue<T>
    {
        private readonly TEpilogue epilogue = epilogue;

        public void Run(int start, int end)
        {
            for (var line = start; line < end; line++)
                destination[line] = Dot(vector, matrix + ((nint)line * k), k);
            epilogue.Apply(destination + start, n, 0, 1, start, end - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Dot(T* x, T* y, int length)
    {
        var width = Vector512<T>.Count;
        Vector512<T> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        var i = 0;
        for (; i <= length - (4 * width); i += 4 * width)
        {
            sum0 = Fused.MultiplyAdd(Vector512.Load(x + i), Vector512.Load(y + i), sum0);
            sum1 = Fused.MultiplyAdd(Vector512.Load(x + i + width), Vector512.Load(y + i + width), sum1);
            sum2 = Fused.MultiplyAdd(Vector512.Load(x + i + (2 * width)), Vector512.Load(y + i + (2 * width)), sum2);
            sum3 = Fused.MultiplyAdd(Vector512.Load(x + i + (3 * width)), Vector512.Load(y + i + (3 * width)), sum3);
        }
        if (i <= length - width)
        {
            sum0 = Fused.MultiplyAdd(Vector512.Load(x + i), Vector512.Load(y + i), sum0);
            i += width;
        }
        if (i <= length - width)
        {
            sum1 = Fused.MultiplyAdd(Vector512.Load(x + i), Vector512.Load(y + i), sum1);
            i += width;
        }
        if (i <= length - width)
        {
            sum2 = Fused.MultiplyAdd(Vector512.Load(x + i), Vector512.Load(y + i), sum2);
            i += width;
        }
        if (i < length)
        {
            // The line's last vector, without the lanes that have been counted.
            var isNew = Vector512.GreaterThanOrEqual(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(width - (length - i))));
            var lastX = Vector512.Load(x + length - width) & isNew;
            var lastY = Vector512.Load(y + length - width) & isNew;
            sum3 = Fused.MultiplyAdd(lastX, lastY, sum3);
        }
        return LaneFold.Fold<T, SumFold<T>>((sum0 + sum1) + (sum2 + sum3));
    }
}
