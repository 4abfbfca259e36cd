using System.Diagnostics.CodeAnalysis;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Rows of a tensor: its slices along the first axis.</summary>
internal static class RowGather
{
    private const int ChunkBytes = 16 * 1024;
    private const double NanosecondsPerByte = 0.1;

    /// <summary>A tensor of these rows, in this order; a row may come twice.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    public static Tensor Take(Tensor source, ReadOnlySpan<int> rows)
    {
        Tensor taken = Tensor.Allocate(new TensorSpec(source.DType, [rows.Length, .. source.Shape.Sizes[1..]]));
        Copy(source, rows, taken);
        return taken;
    }

    /// <summary>Writes these rows over the elements of a tensor that has as many rows.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    public static void Copy(Tensor source, ReadOnlySpan<int> rows, Tensor destination)
    {
        switch (source.DType)
        {
            case DType.Float32: Copy<float>(source, rows, destination); break;
            case DType.Float64: Copy<double>(source, rows, destination); break;
            case DType.Int64: Copy<long>(source, rows, destination); break;
            case DType.Bool: Copy<bool>(source, rows, destination); break;
            default: Copy<byte>(source, rows, destination); break;
        }
    }

    private static unsafe void Copy<T>(Tensor source, ReadOnlySpan<int> rows, Tensor destination)
        where T : unmanaged
    {
        int count = source.Shape[0];
        int length = count == 0 ? 0 : source.Length / count;
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)count) ThrowNoRow(row, count);
        }

        ReadOnlySpan<T> from = source.Elements<T>();
        Span<T> to = destination.Elements<T>()[..(rows.Length * length)];
        if (length == 1)
        {
            for (int i = 0; i < rows.Length; i++) to[i] = from[rows[i]];
            return;
        }

        long rowBytes = (long)length * sizeof(T);
        int rowsPerChunk = (int)Math.Max(1, ChunkBytes / Math.Max(1, rowBytes));
        fixed (T* sourceStart = from, destinationStart = to)
        fixed (int* rowStart = rows)
        {
            CopyBody<T> body = new(sourceStart, rowStart, destinationStart, length);
            WorkerPool.For(rows.Length, rowsPerChunk, body, (long)(rows.Length * rowBytes * NanosecondsPerByte));
        }
    }

    [DoesNotReturn]
    private static void ThrowNoRow(int row, int count) =>
        throw new ShapeException(count == 0 ? $"rows: row {row} of none" : $"rows: there is no row {row}; the rows are 0 to {count - 1}");

    private readonly unsafe struct CopyBody<T>(T* source, int* rows, T* destination, int length) : IRangeBody
        where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                ReadOnlySpan<T> row = new(source + ((nint)rows[i] * length), length);
                row.CopyTo(new Span<T>(destination + ((nint)i * length), length));
            }
        }
    }
}
