namespace Denpa.Kernels;

/// <summary>Picks rows along one axis by their indices.</summary>
internal static unsafe class Gather
{
    // Elements in one chunk of a parallel loop.
    private const int ChunkLength = 16_384;

    /// <summary>destination[o, i, ·] = source[o, indices[i], ·].</summary>
    /// <param name="source">[outer, axisLength, inner].</param>
    /// <param name="outer">The product of the sizes before the axis.</param>
    /// <param name="axisLength">The size of the axis.</param>
    /// <param name="inner">The product of the sizes after the axis.</param>
    /// <param name="indices">Places on the axis, in any order and as often as wanted.</param>
    /// <param name="destination">[outer, indices, inner]; must not overlap the source.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the axis; the destination is untouched.</exception>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void Rows<T>(
        ReadOnlySpan<T> source, int outer, int axisLength, int inner, ReadOnlySpan<long> indices, Span<T> destination)
        where T : unmanaged
    {
        SpanLength.Require("gather", nameof(source), source.Length, (long)outer * axisLength * inner);
        SpanLength.Require("gather", nameof(destination), destination.Length, (long)outer * indices.Length * inner);
        RowIndices.Require("gather", indices, axisLength);
        if (destination.IsEmpty) return;
        fixed (T* from = source, to = destination)
        fixed (long* index = indices)
        {
            RowBody<T> body = new(from, to, index, indices.Length, axisLength, inner);
            WorkerPool.For(outer * indices.Length, Math.Max(1, ChunkLength / inner), body, cost: destination.Length / 2);
        }
    }

    private readonly struct RowBody<T>(T* source, T* destination, long* indices, int indexCount, int axisLength, int inner) : IRangeBody
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            (int outer, int position) = Math.DivRem(start, indexCount);
            for (int row = start; row < end; row++)
            {
                T* from = source + ((((nint)outer * axisLength) + (nint)indices[position]) * inner);
                new ReadOnlySpan<T>(from, inner).CopyTo(new Span<T>(destination + ((nint)row * inner), inner));
                if (++position == indexCount)
                    (outer, position) = (outer + 1, 0);
            }
        }
    }
}
