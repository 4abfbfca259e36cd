using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// One row times a transposed matrix, at the speed of memory: every element is the dot product of two contiguous lines.
/// </summary>
/// <remarks>
/// The order of the additions, at any vector width: the line is cut into groups of 64 bytes, dealt out in turn to four sums of
/// multiply-adds; what is left over after the last whole four goes on in turn, an incomplete group to the fourth. Then
/// (s₀ + s₁) + (s₂ + s₃) in each lane, and the lanes as in <see cref="LaneGroup{T, TLanes}"/>.
/// </remarks>
internal static unsafe class RowDots<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    // Multiplications in one chunk of a parallel loop.
    private const int ChunkWork = 6_400;

    /// <summary>destination [n] = matrix [n, k] · vector [k], then the epilogue.</summary>
    public static void Multiply<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        DotsBody<TEpilogue> body = new(vector, matrix, destination, n, k, epilogue);
        // About 40 bytes come from the caches in a nanosecond.
        WorkerPool.For(n, Math.Max(1, ChunkWork / k), body, cost: (long)n * k * sizeof(T) / 40);
    }

    private readonly struct DotsBody<TEpilogue>(T* vector, T* matrix, T* destination, int n, int k, TEpilogue epilogue) : IRangeBody
        where TEpilogue : struct, ITileEpilogue<T>
    {
        private readonly TEpilogue epilogue = epilogue;

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            TLanes* a = stackalloc TLanes[LaneGroup<T, TLanes>.Vectors];
            TLanes* b = stackalloc TLanes[LaneGroup<T, TLanes>.Vectors];
            int line = start;
            // Two lines at once share the loads of the vector. Four would share more, but some processors take twice as long for them.
            for (; line <= end - 2; line += 2)
            {
                for (int place = 0; place < LaneGroup<T, TLanes>.Vectors; place++)
                    TwoDots(vector, matrix + ((nint)line * k), k, place * TLanes.Count, out a[place], out b[place]);
                destination[line] = LaneGroup<T, TLanes>.Fold<SumFold<T>>(a);
                destination[line + 1] = LaneGroup<T, TLanes>.Fold<SumFold<T>>(b);
            }

            if (line < end)
            {
                for (int place = 0; place < LaneGroup<T, TLanes>.Vectors; place++)
                    a[place] = Dot(vector, matrix + ((nint)line * k), k, place * TLanes.Count);
                destination[line] = LaneGroup<T, TLanes>.Fold<SumFold<T>>(a);
            }

            epilogue.Apply(destination + start, n, 0, 1, start, end - start);
        }
    }

    // The sums of one vector's place in all groups, for a line and the one after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoDots(T* x, T* y, int length, int place, out TLanes a, out TLanes b)
    {
        nint next = length;
        TLanes a0 = TLanes.Zero, a1 = TLanes.Zero, a2 = TLanes.Zero, a3 = TLanes.Zero;
        TLanes b0 = TLanes.Zero, b1 = TLanes.Zero, b2 = TLanes.Zero, b3 = TLanes.Zero;
        int group = LaneGroup<T, TLanes>.Length;
        x += place;
        y += place;
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
        int whole = length / group * group;
        if (whole < length)
        {
            TLanes rest = TLanes.FirstLanes(length - whole - place);
            TLanes factors = TLanes.Load(x + whole, rest);
            a3 = TLanes.MultiplyAdd(factors, TLanes.Load(y + whole, rest), a3);
            b3 = TLanes.MultiplyAdd(factors, TLanes.Load(y + whole + next, rest), b3);
        }

        a = (a0 + a1) + (a2 + a3);
        b = (b0 + b1) + (b2 + b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddGroup(T* x, T* y, nint next, ref TLanes a, ref TLanes b)
    {
        TLanes factors = TLanes.Load(x);
        a = TLanes.MultiplyAdd(factors, TLanes.Load(y), a);
        b = TLanes.MultiplyAdd(factors, TLanes.Load(y + next), b);
    }

    // The sum of one vector's place in all groups, for one line.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Dot(T* x, T* y, int length, int place)
    {
        (TLanes sum0, TLanes sum1, TLanes sum2, TLanes sum3) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
        int group = LaneGroup<T, TLanes>.Length;
        x += place;
        y += place;
        for (; length >= 4 * group; length -= 4 * group)
        {
            sum0 = TLanes.MultiplyAdd(TLanes.Load(x), TLanes.Load(y), sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Load(x + group), TLanes.Load(y + group), sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Load(x + (2 * group)), TLanes.Load(y + (2 * group)), sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Load(x + (3 * group)), TLanes.Load(y + (3 * group)), sum3);
            x += 4 * group;
            y += 4 * group;
        }

        if (length >= group)
            sum0 = TLanes.MultiplyAdd(TLanes.Load(x), TLanes.Load(y), sum0);
        if (length >= 2 * group)
            sum1 = TLanes.MultiplyAdd(TLanes.Load(x + group), TLanes.Load(y + group), sum1);
        if (length >= 3 * group)
            sum2 = TLanes.MultiplyAdd(TLanes.Load(x + (2 * group)), TLanes.Load(y + (2 * group)), sum2);
        int whole = length / group * group;
        if (whole < length)
        {
            TLanes rest = TLanes.FirstLanes(length - whole - place);
            sum3 = TLanes.MultiplyAdd(TLanes.Load(x + whole, rest), TLanes.Load(y + whole, rest), sum3);
        }

        return (sum0 + sum1) + (sum2 + sum3);
    }
}
