using System.Numerics;

namespace Denpa.Kernels;

internal static class MatrixProduct
{
    public static void Multiply<T>(
        ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination, int m, int n, int k, bool transposeLeft, bool transposeRight)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                T sum = T.Zero;
                for (int p = 0; p < k; p++) sum += left[transposeLeft ? (p * m) + i : (i * k) + p] * right[transposeRight ? (j * k) + p : (p * n) + j];
                destination[(i * n) + j] = sum;
            }
        }
    }
}

internal static class Permute
{
    public static void Copy<T>(ReadOnlySpan<T> source, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes, Span<T> destination)
        where T : unmanaged
    {
        int rank = shape.Length;
        int[] strides = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; stride *= shape[axis--]) strides[axis] = stride;
        for (int i = 0; i < destination.Length; i++)
        {
            (int rest, int position) = (i, 0);
            for (int axis = rank - 1; axis >= 0; axis--)
            {
                (rest, int index) = Math.DivRem(rest, shape[axes[axis]]);
                position += index * strides[axes[axis]];
            }

            destination[i] = source[position];
        }
    }
}

internal static class Reduction
{
    public static void Sum<T>(ReadOnlySpan<T> source, Span<T> destination, int outer, int reduced, int inner)
        where T : unmanaged, INumber<T>
    {
        for (int o = 0; o < outer; o++)
        {
            for (int i = 0; i < inner; i++)
            {
                T sum = T.Zero;
                for (int r = 0; r < reduced; r++) sum += source[(((o * reduced) + r) * inner) + i];
                destination[(o * inner) + i] = sum;
            }
        }
    }
}
