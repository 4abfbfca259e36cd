using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Denpa.Kernels;

/// <summary>Copies a tensor with its axes in another order, as NumPy's <c>transpose</c> with a list of axes.</summary>
internal static unsafe class Permute
{
    // Elements in one chunk of a parallel loop.
    private const int ChunkLength = 16_384;

    /// <summary>destination[i of axes[0], i of axes[1], …] = source[i₀, i₁, …].</summary>
    /// <param name="source">The elements of a tensor of shape <paramref name="sourceShape"/>.</param>
    /// <param name="sourceShape">The sizes of the source's axes.</param>
    /// <param name="axes">For each axis of the destination, the axis of the source that it is: a permutation.</param>
    /// <param name="destination">As many elements; must not overlap the source.</param>
    /// <param name="width">The width of the vectors, or null for that of the process.</param>
    /// <exception cref="ArgumentException">The axes are no permutation, or a span's length is not its shape's.</exception>
    public static void Copy<T>(
        ReadOnlySpan<T> source,
        ReadOnlySpan<int> sourceShape,
        ReadOnlySpan<int> axes,
        Span<T> destination,
        VectorWidth? width = null)
        where T : unmanaged
    {
        RequirePermutation(axes, sourceShape.Length);
        long count = 1L;
        foreach (int size in sourceShape)
            count *= size;
        SpanLength.Require("permute", nameof(source), source.Length, count);
        SpanLength.Require("permute", nameof(destination), destination.Length, count);
        if (destination.IsEmpty) return;

        Span<WalkedAxis> room = stackalloc WalkedAxis[axes.Length];
        Span<WalkedAxis> walk = WalkedAxis.Merge(sourceShape, axes, room);
        if (walk.Length <= 1)
            source.CopyTo(destination);
        else
            CopyBySize(source, walk, destination, width);
    }

    // Only the size of an element counts.
    private static void CopyBySize<T>(ReadOnlySpan<T> source, Span<WalkedAxis> walk, Span<T> destination, VectorWidth? width)
        where T : unmanaged
    {
        switch (sizeof(T))
        {
            case sizeof(byte): CopyAs<T, byte>(source, walk, destination, width); break;
            case sizeof(ushort): CopyAs<T, ushort>(source, walk, destination, width); break;
            case sizeof(float): CopyAs<T, float>(source, walk, destination, width); break;
            case sizeof(double): CopyAs<T, double>(source, walk, destination, width); break;
            default: throw new NotSupportedException($"permute: elements of {sizeof(T)} bytes are none that a tensor has");
        }
    }

    private static void CopyAs<T, TElement>(ReadOnlySpan<T> source, Span<WalkedAxis> walk, Span<T> destination, VectorWidth? width)
        where T : unmanaged
        where TElement : unmanaged, INumber<TElement> =>
        CopyPlanes(MemoryMarshal.Cast<T, TElement>(source), walk, MemoryMarshal.Cast<T, TElement>(destination), width);

    // A plane is the last axis of the destination with one more: where the last axis is contiguous in the source too, with the axis
    // before it, to copy run by run; otherwise with the axis that is contiguous in the source, to transpose.
    private static void CopyPlanes<T>(ReadOnlySpan<T> source, Span<WalkedAxis> walk, Span<T> destination, VectorWidth? width)
        where T : unmanaged, INumber<T>
    {
        int row = walk.Length - 2;
        for (int axis = 0; axis < walk.Length - 1; axis++)
        {
            if (walk[axis].SourceStride == 1)
                row = axis;
        }

        (WalkedAxis rows, WalkedAxis run) = (walk[row], walk[^1]);
        walk[(row + 1)..^1].CopyTo(walk[row..]);
        fixed (T* sourceStart = source, destinationStart = destination)
        fixed (WalkedAxis* outer = walk)
        {
            int rowsOfBlock = Math.Clamp(ChunkLength / run.Size, 1, rows.Size);
            Planes<T> planes = new(sourceStart, destinationStart, outer, walk.Length - 2, rows, run, rowsOfBlock);
            int count = destination.Length / planes.LengthOfPlane * planes.BlocksOfPlane;
            int blocksPerChunk = Math.Max(1, ChunkLength / planes.LengthOfBlock);
            LaneLoop.For<T, Planes<T>>(count, blocksPerChunk, planes, cost: destination.Length / 2, width);
        }
    }

    private static void RequirePermutation(ReadOnlySpan<int> axes, int rank)
    {
        ulong seen = 0UL;
        foreach (int axis in axes)
            seen |= axis >= 0 && axis < Math.Min(rank, 64) ? 1UL << axis : 0;
        if (axes.Length != rank || BitOperations.PopCount(seen) != rank)
            ThrowNoPermutation(axes, rank);
    }

    [DoesNotReturn]
    private static void ThrowNoPermutation(ReadOnlySpan<int> axes, int rank) => throw new ArgumentException(
        $"permute: [{string.Join(", ", axes.ToArray())}] is no permutation of the source's {rank} axes; name each of 0 to {rank - 1} once.",
        nameof(axes));

    private readonly struct Planes<T>(
        T* source, T* destination, WalkedAxis* outer, int outerCount, WalkedAxis rows, WalkedAxis run, int rowsOfBlock) : ILaneLoop<T>
        where T : unmanaged, INumber<T>
    {
        public int BlocksOfPlane => ((rows.Size - 1) / rowsOfBlock) + 1;

        public int LengthOfBlock => rowsOfBlock * run.Size;

        public int LengthOfPlane => rows.Size * run.Size;

        public void Run<TLanes>(int start, int end)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            for (int block = start; block < end; block++)
                CopyBlock<TLanes>(block);
        }

        private void CopyBlock<TLanes>(int block)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            (int plane, int blockOfPlane) = Math.DivRem(block, BlocksOfPlane);
            nint row = blockOfPlane * rowsOfBlock;
            nint from = row * rows.SourceStride;
            nint to = row * rows.DestinationStride;
            for (int axis = outerCount - 1; axis >= 0; axis--)
            {
                (plane, int index) = Math.DivRem(plane, outer[axis].Size);
                from += index * outer[axis].SourceStride;
                to += index * outer[axis].DestinationStride;
            }

            CopyRows<TLanes>(source + from, destination + to, Math.Min(rowsOfBlock, rows.Size - (int)row));
        }

        private void CopyRows<TLanes>(T* from, T* to, int count)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            if (run.SourceStride != 1)
            {
                BlockTranspose<T, TLanes>.Copy(from, run.SourceStride, to, rows.DestinationStride, rows: run.Size, columns: count);
                return;
            }

            for (int row = 0; row < count; row++)
            {
                new ReadOnlySpan<T>(from, run.Size).CopyTo(new Span<T>(to, run.Size));
                from += rows.SourceStride;
                to += rows.DestinationStride;
            }
        }
    }
}
