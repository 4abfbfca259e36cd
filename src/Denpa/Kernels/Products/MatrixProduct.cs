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
            var work = new Work<T, TEpilogue>(leftStart, rightStart, destinationStart, m, n, k, transposeLeft, transposeRight, epilogue);
            VectorWidths.Run<T, Work<T, TEpilogue>>(work, width);
        }
    }

    private readonly struct Work<T, TEpilogue>(
        T* left, T* right, T* destination, int m, int n, int k, bool transposeLeft, bool transposeRight, TEpilogue epilogue) : ILaneWork<T>
        where T : unmanaged, INumber<T>
        where TEpilogue : struct, ITileEpilogue<T>
    {
        private readonly TEpilogue epilogue = epilogue;

        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            VectorProduct<T, TLanes>.Multiply(left, right, destination, m, n, k, transposeLeft, transposeRight, epilogue);
    }
}
