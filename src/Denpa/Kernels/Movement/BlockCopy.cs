namespace Denpa.Kernels;

/// <summary>Copies blocks of equal length that lie at equal distances: what slicing and concatenating come down to.</summary>
internal static unsafe class BlockCopy
{
    // Elements in one chunk of a parallel loop.
    private const int ChunkLength = 32_768;

    /// <summary>Copies blocks; the spans start at the first block and reach at least to the end of the last.</summary>
    /// <param name="source">The blocks to copy.</param>
    /// <param name="sourceStride">The distance from block to block in the source.</param>
    /// <param name="destination">Where they go; must not overlap the source.</param>
    /// <param name="destinationStride">The distance from block to block in the destination.</param>
    /// <param name="blockLength">The elements of one block.</param>
    /// <param name="count">The number of blocks.</param>
    public static void Run<T>(
        ReadOnlySpan<T> source, int sourceStride, Span<T> destination, int destinationStride, int blockLength, int count)
        where T : unmanaged
    {
        if (count == 0 || blockLength == 0) return;
        int reach = count - 1;
        fixed (T* from = source[..((reach * sourceStride) + blockLength)], to = destination[..((reach * destinationStride) + blockLength)])
        {
            BlockBody<T> body = new(from, sourceStride, to, destinationStride, blockLength);
            WorkerPool.For(count, Math.Max(1, ChunkLength / blockLength), body, cost: (long)count * blockLength / 4);
        }
    }

    private readonly struct BlockBody<T>(T* source, nint sourceStride, T* destination, nint destinationStride, int blockLength) : IRangeBody
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (int block = start; block < end; block++)
            {
                Span<T> to = new(destination + (block * destinationStride), blockLength);
                new ReadOnlySpan<T>(source + (block * sourceStride), blockLength).CopyTo(to);
            }
        }
    }
}
