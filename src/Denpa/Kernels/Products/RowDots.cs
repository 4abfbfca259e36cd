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
    private const int ChunkWork = 6_400;

    /// <summary>The elements of a group.</summary>
    public static int Lanes => GroupBytes / sizeof(T);

    /// <summary>destination [n] = matrix [n, k] · vector [k], then the epilogue.</summary>
    public static void Multiply<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var body = new DotsBody<TEpilogue>(vector, matrix, destination, n, k, epilogue);
        // About 40 bytes come from the caches in a nanosecond.
        WorkerPool.For(n, Math.Max(1, ChunkWork / k), body, cost: (long)n * k * sizeof(T) / 40);
    }

    private readonly struct DotsBody<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, TEpilogue epilogue) : IRangeBody
        where TEpilogue : struct, ITileEpilogue<T>
    {
        private readonly TEpilogue epilogue = epilogue;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            var line = start;
            // Two lines at once share the loads of the vector. Four would share more, but some processors take twice as long for them.
            if (TVectors.Count == Lanes)
            {
                for (; line <= end - 2; line += 2)
                    TwoDots(vector, matrix + ((nint)line * k), k, destination + line);
            }
            for (; line < end; line++)
                destination[line] = Dot(vector, matrix + ((nint)line * k), k);
            epilogue.Apply(destination + start, n, 0, 1, start, end - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoDots(T* x, T* y, int length, T* destination)
    {
        nint next = length;
        TVector a0 = TVectors.Zero, a1 = TVectors.Zero, a2 = TVectors.Zero, a3 = TVectors.Zero;
        TVector b0 = TVectors.Zero, b1 = TVectors.Zero, b2 = TVectors.Zero, b3 = TVectors.Zero;
        var group = Lanes;
        for (; length >= 4 * group; length -= 4 * group)
        {
            AddGroup(x, y, next, ref a0, ref b0);
            AddGroup(x + group, y + group, next, ref a1, ref b1);
            AddGroup(x + (2 * group), y + (2 * group), next, ref a2, ref b2);
            AddGroup(x + (3 * group), y + (3 * group), next, ref a3, ref b3);
            x += 4 * group;
            y += 4 * group;
        }
        if (length >= group)
            AddGroup(x, y, next, ref a0, ref b0);
        if (length >= 2 * group)
            AddGroup(x + group, y + group, next, ref a1, ref b1);
        if (length >= 3 * group)
            AddGroup(x + (2 * group), y + (2 * group), next, ref a2, ref b2);
        var whole = length / group * group;
        if (whole < length)
        {
            var rest = TVectors.FirstLanes(length - whole);
            var factors = TVectors.Load(x + whole, rest);
            a3 = TVectors.MultiplyAdd(factors, TVectors.Load(y + whole, rest), a3);
            b3 = TVectors.MultiplyAdd(factors, TVectors.Load(y + whole + next, rest), b3);
        }
        destination[0] = TVectors.Sum(TVectors.Add(TVectors.Add(a0, a1), TVectors.Add(a2, a3)));
        destination[1] = TVectors.Sum(TVectors.Add(TVectors.Add(b0, b1), TVectors.Add(b2, b3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddGroup(T* x, T* y, nint next, ref TVector a, ref TVector b)
    {
        var factors = TVectors.Load(x);
        a = TVectors.MultiplyAdd(factors, TVectors.Load(y), a);
        b = TVectors.MultiplyAdd(factors, TVectors.Load(y + next), b);
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
