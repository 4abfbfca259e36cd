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
            // Four lines at once share the loads of the vector, where the registers hold their sixteen sums.
            if (TVectors.Count == Lanes)
            {
                for (; line <= end - 4; line += 4)
                    FourDots(vector, matrix + ((nint)line * k), k, destination + line);
            }
            for (; line < end; line++)
                destination[line] = Dot(vector, matrix + ((nint)line * k), k);
            epilogue.Apply(destination + start, n, 0, 1, start, end - start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourDots(T* x, T* y, int length, T* destination)
    {
        var (y1, y2, y3) = (length, 2 * length, 3 * length);
        TVector a0 = TVectors.Zero, a1 = TVectors.Zero, a2 = TVectors.Zero, a3 = TVectors.Zero;
        TVector b0 = TVectors.Zero, b1 = TVectors.Zero, b2 = TVectors.Zero, b3 = TVectors.Zero;
        TVector c0 = TVectors.Zero, c1 = TVectors.Zero, c2 = TVectors.Zero, c3 = TVectors.Zero;
        TVector d0 = TVectors.Zero, d1 = TVectors.Zero, d2 = TVectors.Zero, d3 = TVectors.Zero;
        var group = Lanes;
        for (; length >= 4 * group; length -= 4 * group)
        {
            AddGroup(x, y, y1, y2, y3, ref a0, ref b0, ref c0, ref d0);
            AddGroup(x + group, y + group, y1, y2, y3, ref a1, ref b1, ref c1, ref d1);
            AddGroup(x + (2 * group), y + (2 * group), y1, y2, y3, ref a2, ref b2, ref c2, ref d2);
            AddGroup(x + (3 * group), y + (3 * group), y1, y2, y3, ref a3, ref b3, ref c3, ref d3);
            x += 4 * group;
            y += 4 * group;
        }
        if (length >= group)
            AddGroup(x, y, y1, y2, y3, ref a0, ref b0, ref c0, ref d0);
        if (length >= 2 * group)
            AddGroup(x + group, y + group, y1, y2, y3, ref a1, ref b1, ref c1, ref d1);
        if (length >= 3 * group)
            AddGroup(x + (2 * group), y + (2 * group), y1, y2, y3, ref a2, ref b2, ref c2, ref d2);
        var whole = length / group * group;
        if (whole < length)
        {
            var rest = TVectors.FirstLanes(length - whole);
            var factors = TVectors.Load(x + whole, rest);
            a3 = TVectors.MultiplyAdd(factors, TVectors.Load(y + whole, rest), a3);
            b3 = TVectors.MultiplyAdd(factors, TVectors.Load(y + whole + y1, rest), b3);
            c3 = TVectors.MultiplyAdd(factors, TVectors.Load(y + whole + y2, rest), c3);
            d3 = TVectors.MultiplyAdd(factors, TVectors.Load(y + whole + y3, rest), d3);
        }
        destination[0] = TVectors.Sum(TVectors.Add(TVectors.Add(a0, a1), TVectors.Add(a2, a3)));
        destination[1] = TVectors.Sum(TVectors.Add(TVectors.Add(b0, b1), TVectors.Add(b2, b3)));
        destination[2] = TVectors.Sum(TVectors.Add(TVectors.Add(c0, c1), TVectors.Add(c2, c3)));
        destination[3] = TVectors.Sum(TVectors.Add(TVectors.Add(d0, d1), TVectors.Add(d2, d3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddGroup(
        T* x, T* y, nint y1, nint y2, nint y3, ref TVector a, ref TVector b, ref TVector c, ref TVector d)
    {
        var factors = TVectors.Load(x);
        a = TVectors.MultiplyAdd(factors, TVectors.Load(y), a);
        b = TVectors.MultiplyAdd(factors, TVectors.Load(y + y1), b);
        c = TVectors.MultiplyAdd(factors, TVectors.Load(y + y2), c);
        d = TVectors.MultiplyAdd(factors, TVectors.Load(y + y3), d);
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
