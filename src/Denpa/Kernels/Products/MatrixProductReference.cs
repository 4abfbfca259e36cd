using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product as the textbook writes it: what <see cref="MatrixProduct"/> is checked against, and the product of integers.
/// </summary>
internal static class MatrixProductReference
{
    /// <summary>destination[i, j] = Σₚ left[i, p] · right[p, j], with shapes as in <see cref="MatrixProduct.Multiply{T}"/>.</summary>
    public static void Multiply<T>(
        ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination, int m, int n, int k, bool transposeLeft, bool transposeRight)
        where T : INumberBase<T>
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                T? sum = T.Zero;
                for (int p = 0; p < k; p++)
                {
                    T? x = transposeLeft ? left[(p * m) + i] : left[(i * k) + p];
                    T? y = transposeRight ? right[(j * k) + p] : right[(p * n) + j];
                    sum += x * y;
                }

                destination[(i * n) + j] = sum;
            }
        }
    }
}
