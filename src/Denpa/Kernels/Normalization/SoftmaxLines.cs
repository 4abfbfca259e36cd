using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// Normalizes lines of the layout [outer, length, inner], each along its middle axis. Where inner is 1 an item of the loop is one line,
/// with vectors along it; otherwise it is as many neighbouring lines as a vector has lanes, with vectors across them.
/// </summary>
/// <remarks>
/// The order of a sum depends on the shape alone: vectors (groups of 64 bytes along a line) are added in ascending order within blocks of
/// 64, the blocks in ascending order, and a line's lanes last.
/// </remarks>
internal readonly unsafe struct SoftmaxLines<T, TLanes, TNormalization>(
    T* source, T* sourceEnd, T* destination, int length, int inner) : IRangeBody
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TNormalization : struct, INormalization<T>
{
    private const int BlockLength = 64;

    public int LengthOfItem => inner == 1 ? length : length * Math.Min(inner, TLanes.Count);

    private int StripsOfPlace => ((inner - 1) / TLanes.Count) + 1;

    public int CountIn(int outer) => outer * StripsOfPlace;

    public void Run(int start, int end)
    {
        for (int item = start; item < end; item++)
        {
            if (inner == 1)
                NormalizeAlong(source + ((nint)item * length), destination + ((nint)item * length));
            else
                NormalizeAcross(item);
        }
    }

    // Each vector takes its place of the groups in turn. What is left after the last whole group comes last.
    [SkipLocalsInit]
    private void NormalizeAlong(T* from, T* to)
    {
        TLanes* vectors = stackalloc TLanes[LaneGroup<T, TLanes>.Vectors];
        for (int place = 0; place < LaneGroup<T, TLanes>.Vectors; place++)
            vectors[place] = LargestOfPlace(from, place * TLanes.Count);
        TLanes shift = TLanes.Fill(LaneGroup<T, TLanes>.Fold<MaxFold<T>>(vectors));
        for (int place = 0; place < LaneGroup<T, TLanes>.Vectors; place++)
            vectors[place] = ShiftPlace(from, to, place * TLanes.Count, shift);
        TLanes total = TNormalization.Total(TLanes.Fill(LaneGroup<T, TLanes>.Fold<SumFold<T>>(vectors)));
        (int whole, int rest) = Math.DivRem(length, TLanes.Count);
        Finish(to, to + length, TLanes.Count, whole, total);
        if (rest > 0)
            Finish(to + (length - rest), to + length, TLanes.Count, 1, total);
    }

    // What is read past the line's end belongs to the next line, or is zero after the last one: it counts nowhere.
    private TLanes LargestOfPlace(T* from, int place)
    {
        (int groups, int rest) = Math.DivRem(length, LaneGroup<T, TLanes>.Length);
        TLanes largest = Largest(from + place, LaneGroup<T, TLanes>.Length, groups, TLanes.Fill(*from));
        TLanes last = PointerLanes<T, TLanes>.LoadUpTo(from + (length - rest) + place, sourceEnd);
        return TLanes.Max(largest, TLanes.Select(TLanes.FirstLanes(rest - place), last, largest));
    }

    // What is left is kept here, so that lanes beyond the line's end are stored by nobody.
    private TLanes ShiftPlace(T* from, T* to, int place, TLanes shift)
    {
        (int groups, int rest) = Math.DivRem(length, LaneGroup<T, TLanes>.Length);
        TLanes sum = Shift(from + place, to + place, to + length, LaneGroup<T, TLanes>.Length, groups, shift);
        if (rest <= place)
            return sum;
        TLanes last = PointerLanes<T, TLanes>.LoadUpTo(from + (length - rest) + place, sourceEnd);
        TLanes lastKept = TNormalization.Keep(VectorMath<T, TLanes>.DistanceFrom(shift, last));
        PointerLanes<T, TLanes>.StoreUpTo(lastKept, to + (length - rest) + place, to + length);
        return sum + TLanes.Select(TLanes.FirstLanes(rest - place), TNormalization.Summand(lastKept), TLanes.Zero);
    }

    private void NormalizeAcross(int item)
    {
        (int place, int strip) = Math.DivRem(item, StripsOfPlace);
        int column = strip * TLanes.Count;
        T* from = source + ((nint)place * length * inner) + column;
        T* to = destination + ((nint)place * length * inner) + column;
        T* toEnd = to + Math.Min(TLanes.Count, inner - column);
        TLanes shift = Largest(from, inner, length, PointerLanes<T, TLanes>.LoadUpTo(from, sourceEnd));
        TLanes total = TNormalization.Total(Shift(from, to, toEnd, inner, length, shift));
        Finish(to, toEnd, inner, length, total);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private TLanes Largest(T* vector, nint stride, int count, TLanes largest)
    {
        for (int i = 0; i < count; i++, vector += stride)
            largest = TLanes.Max(largest, PointerLanes<T, TLanes>.LoadUpTo(vector, sourceEnd));
        return largest;
    }

    private TLanes Shift(T* from, T* to, T* toEnd, nint stride, int count, TLanes shift) => VectorMath<T, TLanes>.IsInfinityAny(shift)
        ? Shift<DistanceFromInfinity<T>>(from, to, toEnd, stride, count, shift)
        : Shift<PlainDistance<T>>(from, to, toEnd, stride, count, shift);

    // toEnd is where the first vector's lanes end that may be stored; the next vectors' lie as far on as the vectors themselves.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private TLanes Shift<TDistance>(T* from, T* to, T* toEnd, nint stride, int count, TLanes shift)
        where TDistance : struct, IDistance<T>
    {
        TLanes sum = TLanes.Zero;
        while (count > 0)
        {
            TLanes block = TLanes.Zero;
            for (int i = Math.Min(count, BlockLength); i > 0; i--, from += stride, to += stride, toEnd += stride)
            {
                TLanes kept = TNormalization.Keep(TDistance.From(shift, PointerLanes<T, TLanes>.LoadUpTo(from, sourceEnd)));
                block += TNormalization.Summand(kept);
                PointerLanes<T, TLanes>.StoreUpTo(kept, to, toEnd);
            }

            sum += block;
            count -= BlockLength;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Finish(T* kept, T* end, nint stride, int count, TLanes total)
    {
        for (; count > 0; count--, kept += stride, end += stride)
            PointerLanes<T, TLanes>.StoreUpTo(TNormalization.Finish(PointerLanes<T, TLanes>.LoadUpTo(kept, end), total), kept, end);
    }
}
