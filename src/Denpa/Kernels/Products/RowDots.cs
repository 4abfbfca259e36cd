using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// One row times a transposed matrix, at the speed of memory: every element is the dot product of two contiguous lines.
/// </summary>
/// <remarks>
/// The order of the additions, at any vector width: the line is cut into groups of <see cref="Lanes"/> elements, dealt out in turn to
/// four sums of multiply-adds; what is left over after the last whole four goes on in turn, an incomplete group to the fourth. Then
/// (s₀ + s₁) + (s₂ + s₃) in each lane, and the lanes as in <see cref="LaneFold"/>.
/// </remarks>
internal static unsafe class RowDots<T, TVector, TVectors>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TVectors : struct, IVectors<T, TVector>
{
    // The vectors of AVX-512, the widest, settle the order for all.
    private const int GroupBytes = 64;

    // Multiplications in one chunk of a parallel loop.
    private const int ChunkWork = 16_384;

    /// <summary>The elements of a group.</summary>
    public static int Lanes => GroupBytes / sizeof(T);

    /// <summary>destination [n] = matrix [n, k] · vector [k], then the epilogue.</summary>
    public static void Multiply<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var body = new DotsBody<TEpilogue>(vector, matrix, destination, n, k, epilogue);
        // About 60 bytes come from the caches in a nanosecond.
        WorkerPool.For(n, Math.Max(1, ChunkWork / k), body, cost: (long)n * k * sizeof(T) / 60);
    }

    private readonly struct DotsBody<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, TEpilogue epilogue) : IRangeBody
        where TEpilogue : struct, ITileEpilogue<T>
    {
        private readonly TEpilogue epilogue = epilogue;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            for (var line = start; line < end; line++)
                destination[line] = Dot(vector, matrix + ((nint)line * k), k);
            epilogue.Apply(destination + start, n, 0, 1, start, end - start);
        }
    }

    // A group takes one, two or four vectors; their sums are folded, the upper half onto the lower, before the lanes of one vector are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Dot(T* x, T* y, int length)
    {
        if (TVectors.Count == Lanes)
            return TVectors.Sum(DotVectors(x, y, length, 0));
        if (2 * TVectors.Count == Lanes)
            return TVectors.Sum(TVectors.Add(DotVectors(x, y, length, 0), DotVectors(x, y, length, 1)));
        var lower = TVectors.Add(DotVectors(x, y, length, 0), DotVectors(x, y, length, 2));
        var upper = TVectors.Add(DotVectors(x, y, length, 1), DotVectors(x, y, length, 3));
        return TVectors.Sum(TVectors.Add(lower, upper));
    }

    // The sums of one vector's lanes of all groups.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector DotVectors(T* x, T* y, int length, int place)
    {
        var (sum0, sum1, sum2, sum3) = (TVectors.Zero, TVectors.Zero, TVectors.Zero, TVectors.Zero);
        var group = Lanes;
        x += place * TVectors.Count;
        y += place * TVectors.Count;
        for (; length >= 4 * group; length -= 4 * group)
        {
            sum0 = TVectors.MultiplyAdd(TVectors.Load(x), TVectors.Load(y), sum0);
            sum1 = TVectors.MultiplyAdd(TVectors.Load(x + group), TVectors.Load(y + group), sum1);
            sum2 = TVectors.MultiplyAdd(TVectors.Load(x + (2 * group)), TVectors.Load(y + (2 * group)), sum2);
            sum3 = TVectors.MultiplyAdd(TVectors.Load(x + (3 * group)), TVectors.Load(y + (3 * group)), sum3);
            x += 4 * group;
            y += 4 * group;
        }
        if (length >= group)
            sum0 = TVectors.MultiplyAdd(TVectors.Load(x), TVectors.Load(y), sum0);
        if (length >= 2 * group)
            sum1 = TVectors.MultiplyAdd(TVectors.Load(x + group), TVectors.Load(y + group), sum1);
        if (length >= 3 * group)
            sum2 = TVectors.MultiplyAdd(TVectors.Load(x + (2 * group)), TVectors.Load(y + (2 * group)), sum2);
        var whole = length / group * group;
        if (whole < length)
        {
            var rest = TVectors.FirstLanes(length - whole - (place * TVectors.Count));
            sum3 = TVectors.MultiplyAdd(TVectors.Load(x + whole, rest), TVectors.Load(y + whole, rest), sum3);
        }
        return TVectors.Add(TVectors.Add(sum0, sum1), TVectors.Add(sum2, sum3));
    }
}
