using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// The driver of all reductions but the arg max: folds [outer, reduced, inner] to [outer, inner]. Vectors lie along the reduced axis
/// where inner is 1, and along inner otherwise; either way <see cref="SegmentFold{T, TLanes, TFold, TLift}"/> folds them.
/// </summary>
/// <remarks>
/// A long reduced axis is cut into segments of 4096 vectors (of groups of 64 bytes where inner is 1), each folded on its own, so that
/// threads can share them; their results are then reduced in the same way as any other axis. Segments depend on the shape alone.
/// </remarks>
internal static unsafe class FoldDriver<T, TFold, TLift>
    where T : unmanaged, INumber<T>
    where TFold : struct, IFold<T>
    where TLift : struct, ILift<T>
{
    // Elements in one chunk of a parallel loop.
    private const int ChunkLength = 4096;

    /// <param name="source">[outer, reduced, inner], of which nothing is empty.</param>
    /// <param name="shifts">[outer, inner], handed to the lift; or null.</param>
    /// <param name="destination">[outer, inner].</param>
    /// <param name="outer">The product of the sizes before the reduced axes.</param>
    /// <param name="reduced">The product of the sizes of the reduced axes.</param>
    /// <param name="inner">The product of the sizes after the reduced axes.</param>
    /// <param name="width">The width of the vectors, or null for that of the process.</param>
    public static void Run(T* source, T* shifts, T* destination, int outer, int reduced, int inner, VectorWidth? width)
        => VectorWidths.Run<T, Work>(new Work(source, shifts, destination, outer, reduced, inner), width);

    private readonly struct Work(T* source, T* shifts, T* destination, int outer, int reduced, int inner) : ILaneWork<T>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
            => FoldDriver<T, TFold, TLift>.Run<TLanes>(source, shifts, destination, outer, reduced, inner);
    }

    private static void Run<TLanes>(T* source, T* shifts, T* destination, int outer, int reduced, int inner)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        // One element each: all of them are one long inner axis, along which vectors are full.
        if (reduced == 1)
            (outer, inner) = (1, outer * inner);
        int segmentLength = SegmentFold<T, TLanes, TFold, TLift>.LargestCount * (inner == 1 ? LaneGroup<T, TLanes>.Length : 1);
        if (reduced <= segmentLength)
        {
            FoldSegments<TLanes>(source, shifts, destination, outer, reduced, inner, reduced, segments: 1);
            return;
        }

        int segments = ((reduced - 1) / segmentLength) + 1;
        T[] results = ArrayPool<T>.Shared.Rent(outer * segments * inner);
        fixed (T* folded = results)
        {
            FoldSegments<TLanes>(source, shifts, folded, outer, reduced, inner, segmentLength, segments);
            FoldDriver<T, TFold, PlainLift<T>>.Run<TLanes>(folded, null, destination, outer, segments, inner);
        }

        ArrayPool<T>.Shared.Return(results);
    }

    private static void FoldSegments<TLanes>(
        T* source, T* shifts, T* destination, int outer, int reduced, int inner, int segmentLength, int segments)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        // Divisions are left out where they settle nothing: they would take longer than the sum of a few numbers.
        int strips = inner <= TLanes.Count ? 1 : ((inner - 1) / TLanes.Count) + 1;
        SegmentBody<TLanes> body = new()
        {
            Source = source,
            SourceEnd = source + ((nint)outer * reduced * inner),
            Shifts = shifts,
            Destination = destination,
            Reduced = reduced,
            Inner = inner,
            SegmentLength = segmentLength,
            Segments = segments,
            Strips = strips,
        };
        int count = outer * segments * strips;
        int stripWidth = inner == 1 ? 1 : Math.Min(inner, TLanes.Count);
        int chunkLength = count == 1 ? 1 : Math.Max(1, ChunkLength / (segmentLength * stripWidth));
        WorkerPool.For(count, chunkLength, body, cost: (long)outer * reduced * inner / 4);
    }

    private readonly struct SegmentBody<TLanes> : IRangeBody
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        public required T* Source { get; init; }

        public required T* SourceEnd { get; init; }

        public required T* Shifts { get; init; }

        public required T* Destination { get; init; }

        public required int Reduced { get; init; }

        public required int Inner { get; init; }

        public required int SegmentLength { get; init; }

        public required int Segments { get; init; }

        public required int Strips { get; init; }

        public void Run(int start, int end)
        {
            for (int item = start; item < end; item++)
            {
                (int line, int strip) = Strips == 1 ? (item, 0) : Math.DivRem(item, Strips);
                (int place, int segment) = Segments == 1 ? (line, 0) : Math.DivRem(line, Segments);
                int first = segment * SegmentLength;
                int length = Math.Min(SegmentLength, Reduced - first);
                T* from = Source + ((((nint)place * Reduced) + first) * Inner);
                if (Inner == 1)
                    Destination[line] = FoldLine(from, length, Shifts is null ? default : Shifts[place]);
                else
                    FoldStrip(from, length, strip * TLanes.Count, place, Destination + ((nint)line * Inner));
            }
        }

        // Vectors along the reduced axis, each in its place of the groups.
        private static T FoldLine(T* line, int length, T shiftOfLine)
        {
            if (LaneGroup<T, TLanes>.Vectors == 1)
                return FoldPlace(line, length, shiftOfLine, place: 0).Fold<TFold>();
            TLanes* folds = stackalloc TLanes[LaneGroup<T, TLanes>.Vectors];
            for (int place = 0; place < LaneGroup<T, TLanes>.Vectors; place++)
                folds[place] = FoldPlace(line, length, shiftOfLine, place);
            return LaneGroup<T, TLanes>.Fold<TFold>(folds);
        }

        // What is left after the last whole group is folded last, in lanes of its own.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLanes FoldPlace(T* line, int length, T shiftOfLine, int place)
        {
            TLanes shift = TLanes.Fill(shiftOfLine);
            TLanes neutral = TFold.Start(TLift.Lift(TLanes.Fill(*line), shift));
            (int groups, int rest) = Math.DivRem(length, LaneGroup<T, TLanes>.Length);
            T* end = line + length;
            T* first = line + (place * TLanes.Count);
            TLanes fold = groups == 0
                ? neutral
                : SegmentFold<T, TLanes, TFold, TLift>.Fold(first, LaneGroup<T, TLanes>.Length, groups, end, neutral, shift);
            if (rest > 0)
            {
                int restOfPlace = rest - (place * TLanes.Count);
                TLanes last = TLift.Lift(PointerLanes<T, TLanes>.LoadUpTo(end - restOfPlace, end), shift);
                fold = TFold.Combine(fold, TLanes.Select(TLanes.FirstLanes(restOfPlace), last, neutral));
            }

            return fold;
        }

        // Vectors along inner. One that hangs over a row's end reads on into the next row; those lanes are never stored.
        private void FoldStrip(T* rows, int length, int column, int place, T* target)
        {
            T* shiftRow = Shifts + ((nint)place * Inner);
            TLanes shift = Shifts is null ? default : PointerLanes<T, TLanes>.LoadUpTo(shiftRow + column, shiftRow + Inner);
            TLanes neutral = TFold.Start(TLift.Lift(PointerLanes<T, TLanes>.LoadUpTo(rows + column, SourceEnd), shift));
            TLanes fold = SegmentFold<T, TLanes, TFold, TLift>.Fold(rows + column, Inner, length, SourceEnd, neutral, shift);
            PointerLanes<T, TLanes>.StoreUpTo(fold, target + column, target + Inner);
        }
    }
}
