using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Rows of a tensor: its slices along the first axis.</summary>
internal static class RowGather
{
    private const int ChunkBytes = 16 * 1024;
    private const double NanosecondsPerByte = 0.1;

    /// <summary>Writes these rows over the elements of a tensor that has as many rows.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    public static void Copy(Tensor source, ReadOnlySpan<int> rows, Tensor destination)
    {
        RequireRows(source, rows);
        SharedCopy copy = new(source, rows, destination);
        ElementTypes.OfSize(source.DType, ref copy);
    }

    /// <summary>
    /// Does the part of <see cref="Copy"/> that fills the rows from <paramref name="start"/> up to <paramref name="end"/>.
    /// </summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    public static void CopyPart(Tensor source, ReadOnlySpan<int> rows, Tensor destination, int start, int end)
    {
        RequireRows(source, rows[start..end]);
        PartCopy copy = new(source, rows, destination, start, end);
        ElementTypes.OfSize(source.DType, ref copy);
    }

    private static int RowLength(Tensor source) => source.Shape[0] == 0 ? 0 : source.Length / source.Shape[0];

    private static void RequireRows(Tensor source, ReadOnlySpan<int> rows)
    {
        int count = source.Shape[0];
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)count) ThrowNoRow(row, count);
        }
    }

    [DoesNotReturn]
    private static void ThrowNoRow(int row, int count) =>
        throw new ShapeException(count == 0 ? $"rows: row {row} of none" : $"rows: there is no row {row}; the rows are 0 to {count - 1}");

    private readonly ref struct SharedCopy(Tensor source, ReadOnlySpan<int> rows, Tensor destination) : IBitsCase
    {
        private readonly ReadOnlySpan<int> rows = rows;

        public unsafe void Run<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            int length = RowLength(source);
            long rowBytes = (long)length * sizeof(T);
            int rowsPerChunk = (int)Math.Max(1, ChunkBytes / Math.Max(1, rowBytes));
            fixed (T* from = source.ElementsAs<T>(), to = destination.ElementsAs<T>()[..(rows.Length * length)])
            fixed (int* row = rows)
            {
                WorkerPool.For(
                    rows.Length, rowsPerChunk, new CopyBody<T>(from, row, to, length), (long)(rows.Length * rowBytes * NanosecondsPerByte));
            }
        }
    }

    private readonly ref struct PartCopy(Tensor source, ReadOnlySpan<int> rows, Tensor destination, int start, int end) : IBitsCase
    {
        private readonly ReadOnlySpan<int> rows = rows;

        public unsafe void Run<T>()
            where T : unmanaged, IBinaryInteger<T>
        {
            int length = RowLength(source);
            fixed (T* from = source.ElementsAs<T>(), to = destination.ElementsAs<T>()[..(rows.Length * length)])
            fixed (int* row = rows)
            {
                new CopyBody<T>(from, row, to, length).Run(start, end);
            }
        }
    }

    private readonly unsafe struct CopyBody<T>(T* source, int* rows, T* destination, int length) : IRangeBody
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            if (length == 1)
            {
                for (int i = start; i < end; i++) destination[i] = source[rows[i]];
                return;
            }

            // The rows of a shuffled batch lie where no processor would look for the next one.
            nint bytes = (nint)length * sizeof(T);
            for (int i = start; i < end; i++)
            {
                if (i + 1 < end) Prefetch.Lines(source + ((nint)rows[i + 1] * length), bytes);
                ReadOnlySpan<T> row = new(source + ((nint)rows[i] * length), length);
                row.CopyTo(new Span<T>(destination + ((nint)i * length), length));
            }
        }
    }
}
