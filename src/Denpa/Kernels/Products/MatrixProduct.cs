using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product: its entrance, which checks lengths and takes the way of the vectors at hand.
/// </summary>
internal static unsafe class MatrixProduct
{
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
    /// <param name="width">The width of the vectors, or null for that of the process.</param>
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
        in TEpilogue epilogue,
        VectorWidth? width = null)
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, ITileEpilogue<T>
    {
        SpanLength.Require("matrix product", nameof(left), left.Length, (long)m * k);
        SpanLength.Require("matrix product", nameof(right), right.Length, (long)k * n);
        SpanLength.Require("matrix product", nameof(destination), destination.Length, (long)m * n);
        if (destination.IsEmpty) return;
        fixed (T* leftStart = left, rightStart = right, destinationStart = destination)
        {
            if (k == 0 || !(typeof(T) == typeof(float) || typeof(T) == typeof(double)))
            {
                MatrixProductReference.Multiply(left, right, destination, m, n, k, transposeLeft, transposeRight);
                epilogue.Apply(destinationStart, n, 0, m, 0, n);
                return;
            }
            // Without the detour of a work, whose making would cost a tenth of the smallest products.
            switch (width ?? VectorWidths.Current)
            {
                case VectorWidth.Avx512:
                    VectorProduct<T, Lanes512<T>>.Multiply(
                        leftStart, rightStart, destinationStart, m, n, k, transposeLeft, transposeRight, epilogue);
                    break;
                case VectorWidth.Avx2 or VectorWidth.Avx:
                    VectorProduct<T, Lanes256<T>>.Multiply(
                        leftStart, rightStart, destinationStart, m, n, k, transposeLeft, transposeRight, epilogue);
                    break;
                case VectorWidth.Portable:
                    VectorProduct<T, Lanes128<T>>.Multiply(
                        leftStart, rightStart, destinationStart, m, n, k, transposeLeft, transposeRight, epilogue);
                    break;
                default:
                    VectorProduct<T, OneLane<T>>.Multiply(
                        leftStart, rightStart, destinationStart, m, n, k, transposeLeft, transposeRight, epilogue);
                    break;
            }
        }
    }
}
