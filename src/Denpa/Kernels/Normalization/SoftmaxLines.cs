using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// Normalizes lines of the layout [outer, length, inner], each along its middle axis. Where inner is 1 an item of the loop is one line,
/// with vectors along it; otherwise it is as many neighbouring lines as a vector has lanes, with vectors across them.
/// </summary>
/// <remarks>
/// The order of a sum depends on the shape alone: vectors are added in ascending order within blocks of 64, the blocks in ascending
/// order, and a line's lanes last.
/// </remarks>
internal readonly unsafe struct SoftmaxLines<T, TNormalization>(T* source, T* sourceEnd, T* destination, int length, int inner) : IRangeBody
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TNormalization : struct, INormalization<T>
{
    private const int BlockLength = 64;

    public int LengthOfItem => inner == 1 ? length : length * Math.Min(inner, Vector512<T>.Count);

    private int StripsOfPlace => ((inner - 1) / Vector512<T>.Count) + 1;

    public int CountIn(int outer) => outer * StripsOfPlace;

    public void Run(int start, int end)
    {
        for (var item = start; item < end; item++)
        {
            if (inner == 1)
                NormalizeAlong(source + ((nint)item * length), destination + ((nint)item * length));
            else
                NormalizeAcross(item);
        }
    }

    private void NormalizeAlong(T* from, T* to)
    {
        var (vectors, rest) = Math.DivRem(length, Vector512<T>.Count);
        var present = PointerLanes.FirstLanes<T>(rest);
        var fromRest = from + ((nint)vectors * Vector512<T>.Count);
        var toRest = to + ((nint)vectors * Vector512<T>.Count);

        // What is read past the line's end belongs to the next line, or is zero after the last one: it counts nowhere.
        var last = rest == 0 ? default : PointerLanes.LoadUpTo(fromRest, sourceEnd);
        var largest = Largest(from, Vector512<T>.Count, vectors, Vector512.Create(*from));
        largest = Vector512.Max(largest, Vector512.ConditionalSelect(present, last, largest));
        var shift = Vector512.Create(LaneFold.Fold<T, MaxFold<T>>(largest));

        var sum = Shift(from, to, toRest, Vector512<T>.Count, vectors, shift);
        var lastKept = TNormalization.Keep(VectorMath.DistanceFrom(shift, last));
        sum += Vector512.ConditionalSelect(present, TNormalization.Summand(lastKept), default);
        var total = TNormalization.Total(Vector512.Create(LaneFold.Fold<T, SumFold<T>>(sum)));

        Finish(to, toRest, Vector512<T>.Count, vectors, total);
        if (rest > 0) PointerLanes.StoreUpTo(TNormalization.Finish(lastKept, total), toRest, to + length);
    }

    private void NormalizeAcross(int item)
    {
        var (place, strip) = Math.DivRem(item, StripsOfPlace);
        var column = strip * Vector512<T>.Count;
        var from = source + ((nint)place * length * inner) + column;
        var to = destination + ((nint)place * length * inner) + column;
        var toEnd = to + Math.Min(Vector512<T>.Count, inner - column);
        var shift = Largest(from, inner, length, PointerLanes.LoadUpTo(from, sourceEnd));
        var total = TNormalization.Total(Shift(from, to, toEnd, inner, length, shift));
        Finish(to, toEnd, inner, length, total);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<T> Largest(T* vector, nint stride, int count, Vector512<T> largest)
    {
        for (var i = 0; i < count; i++, vector += stride)
            largest = Vector512.Max(largest, PointerLanes.LoadUpTo(vector, sourceEnd));
        return largest;
    }

    private Vector512<T> Shift(T* from, T* to, T* toEnd, nint stride, int count, Vector512<T> shift) => VectorMath.IsInfinityAny(shift)
        ? Shift<DistanceFromInfinity<T>>(from, to, toEnd, stride, count, shift)
        : Shift<PlainDistance<T>>(from, to, toEnd, stride, count, shift);

    // toEnd is where the first vector's lanes end that may be stored; the next vectors' lie as far on as the vectors themselves.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<T> Shift<TDistance>(T* from, T* to, T* toEnd, nint stride, int count, Vector512<T> shift)
        where TDistance : struct, IDistance<T>
    {
        var sum = Vector512<T>.Zero;
        while (count > 0)
        {
            var block = Vector512<T>.Zero;
            for (var i = Math.Min(count, BlockLength); i > 0; i--, from += stride, to += stride, toEnd += stride)
            {
                var kept = TNormalization.Keep(TDistance.From(shift, PointerLanes.LoadUpTo(from, sourceEnd)));
                block += TNormalization.Summand(kept);
                PointerLanes.StoreUpTo(kept, to, toEnd);
            }
            sum += block;
            count -= BlockLength;
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish(T* kept, T* end, nint stride, int count, Vector512<T> total)
    {
        for (; count > 0; count--, kept += stride, end += stride)
            PointerLanes.StoreUpTo(TNormalization.Finish(PointerLanes.LoadUpTo(kept, end), total), kept, end);
    }
}
