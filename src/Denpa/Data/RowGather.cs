using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>Rows of a tensor: its slices along the first axis.</summary>
internal static class RowGather
{
    /// <summary>A tensor of these rows, in this order; a row may come twice.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    public static Tensor Take(Tensor source, ReadOnlySpan<int> rows)
    {
        Tensor taken = Tensor.Allocate(new TensorSpec(source.DType, [rows.Length, .. source.Shape.Sizes[1..]]));
        switch (source.DType)
        {
            case DType.Float32: Copy<float>(source, rows, taken); break;
            case DType.Float64: Copy<double>(source, rows, taken); break;
            case DType.Int64: Copy<long>(source, rows, taken); break;
            case DType.Bool: Copy<bool>(source, rows, taken); break;
            default: Copy<byte>(source, rows, taken); break;
        }

        return taken;
    }

    private static void Copy<T>(Tensor source, ReadOnlySpan<int> rows, Tensor destination)
        where T : unmanaged
    {
        int count = source.Shape[0];
        int length = count == 0 ? 0 : source.Length / count;
        ReadOnlySpan<T> from = source.AsSpan<T>();
        Span<T> to = destination.Elements<T>();
        for (int i = 0; i < rows.Length; i++)
        {
            if ((uint)rows[i] >= (uint)count) ThrowNoRow(rows[i], count);
            from.Slice(rows[i] * length, length).CopyTo(to[(i * length)..]);
        }
    }

    [DoesNotReturn]
    private static void ThrowNoRow(int row, int count) =>
        throw new ShapeException(count == 0 ? $"rows: row {row} of none" : $"rows: there is no row {row}; the rows are 0 to {count - 1}");
}
