using System.Numerics;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product. It chooses its way by element type and shape alone, so that the bits do not depend on the number of threads.
/// </summary>
/// <remarks>
/// In <see cref="PackedProduct{T}"/> and <see cref="DirectProduct{T}"/> each element is one chain of fused multiply-adds that starts at
/// zero and runs through k in ascending order; neither blocks, tiles nor vector widths can change a bit of it. In
/// <see cref="RowDots{T}"/>, for one row times a transposed matrix, k is dealt out over lanes.
/// </remarks>
internal static unsafe class MatrixProduct
{
    // Up to so many multiplications packing costs more than it saves.
    private const long SmallProduct = 32 * 32 * 32;

    // Up to so many rows each packed element would be used too few times.
    private const int FewRows = 4;

    /// <summary>destination = left · right, without an epilogue.</summary>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void Multiply<T>(
        ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> destination, int m, int n, int k, bool transposeLeft, bool transposeRight)
        where T : unmanaged, INumber<T>
        => Multiply(left, right, destination, m, n, k, transposeLeft, transposeRight, new NoEpilogue<T>());

    /// <summary>
    /// destination = left · right, row-major, overwriting the destination (zeros where <paramref name="k"/> is zero); then the epilogue.
    /// </summary>
    /// <param name="left">[m, k], or [k, m] where <paramref name="transposeLeft"/>.</param>
    /// <param name="right">[k, n], or [n, k] where <paramref name="transposeRight"/>.</param>
    /// <param name="destination">[m, n]; must not overlap an operand.</param>
    /// <param name="m">Rows of the product.</param>
    /// <param name="n">Columns of the product.</param>
    /// <param name="k">The length of the summed axis.</param>
    /// <param name="transposeLeft">Whether the left operand is stored transposed.</param>
    /// <param name="transposeRight">Whether the right operand is stored transposed.</param>
    /// <param name="epilogue">What is done to each element after its sum.</param>
    /// <exception cref="ArgumentException">A span's length is not its shape's.</exception>
    public static void Multiply<T, TEpilogue>(
        ReadOnlySpan<T> left,
        ReadOnlySpan<T> right,
        Span<T> destination,
        int m,
        int n,
        int k,
        bool transposeLeft,
        bool transposeRight,
        in TEpilogue epilogue)
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, ITileEpilogue<T>
    {
        SpanLength.Require("matrix product", nameof(left), left.Length, (long)m * k);
        SpanLength.Require("matrix product", nameof(right), right.Length, (long)k * n);
        SpanLength.Require("matrix product", nameof(destination), destination.Length, (long)m * n);
        if (destination.IsEmpty) return;
        fixed (T* leftStart = left, rightStart = right, destinationStart = destination)
        {
            var isFloating = typeof(T) == typeof(float) || typeof(T) == typeof(double);
            if (k == 0 || !isFloating)
            {
                MatrixProductReference.Multiply(left, right, destination, m, n, k, transposeLeft, transposeRight);
                epilogue.Apply(destinationStart, n, 0, m, 0, n);
            }
            else if (n == 1)
            {
                // A product of one column is, read sideways, a product of one row: (A·b)ᵀ = bᵀ·Aᵀ.
                var sideways = new SidewaysEpilogue<T, TEpilogue>(epilogue);
                Choose(rightStart, leftStart, destinationStart, 1, m, k, transposeLeft: false, !transposeLeft, sideways);
            }
            else
            {
                Choose(leftStart, rightStart, destinationStart, m, n, k, transposeLeft, transposeRight, epilogue);
            }
        }
    }

    private static void Choose<T, TEpilogue>(
        T* left, T* right, T* destination, int m, int n, int k, bool transposeLeft, bool transposeRight, in TEpilogue epilogue)
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var leftRows = new MatrixOperand<T>(left, lines: m, depth: k, linesAreContiguous: transposeLeft);
        var rightColumns = new MatrixOperand<T>(right, lines: n, depth: k, linesAreContiguous: !transposeRight);
        var isSmall = (long)m * n * k <= SmallProduct;
        if (m == 1 && transposeRight && k >= Vector512<T>.Count)
            RowDots<T>.Multiply(left, right, destination, n, k, epilogue);
        else if (!transposeRight && (isSmall || m <= FewRows))
            DirectProduct<T>.Multiply(leftRows, right, destination, m, n, k, epilogue);
        else if (isSmall && (long)n * k <= DirectProduct<T>.LargestTransposed)
            DirectProduct<T>.MultiplyTransposed(leftRows, rightColumns, destination, m, n, k, epilogue);
        else
            PackedProduct<T>.Multiply(leftRows, rightColumns, destination, m, n, k, epilogue);
    }
}
