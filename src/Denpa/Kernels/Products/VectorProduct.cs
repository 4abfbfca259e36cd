using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product of floating-point numbers in vectors of one width. It chooses its way by the shape alone.
/// </summary>
/// <remarks>
/// In <see cref="SmallProduct{T, TLanes}"/> and <see cref="BlockedProduct{T, TLanes}"/> each element is one chain of
/// multiply-adds that starts at zero and runs through k in ascending order; neither blocks, tiles nor vector widths can change a bit of
/// it. In <see cref="RowDots{T, TLanes}"/>, for one row times a transposed matrix, k is dealt out over lanes, of which there
/// are as many at any vector width.
/// </remarks>
internal static unsafe class VectorProduct<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>destination [m, n] = left [m, k] · right [k, n], then the epilogue; no length is zero.</summary>
    public static void Multiply<TEpilogue>(
        T* left, T* right, T* destination, int m, int n, int k, bool transposeLeft, bool transposeRight, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        if (n == 1 && m > 1)
        {
            // A product of one column is, read sideways, a product of one row: (A·b)ᵀ = bᵀ·Aᵀ.
            SidewaysEpilogue<T, TEpilogue> sideways = new(epilogue);
            Choose(right, left, destination, 1, m, k, transposeLeft: false, !transposeLeft, sideways);
        }
        else
        {
            Choose(left, right, destination, m, n, k, transposeLeft, transposeRight, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Choose<TEpilogue>(
        T* left, T* right, T* destination, int m, int n, int k, bool transposeLeft, bool transposeRight, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        if (m == 1 && transposeRight && k >= LaneGroup<T, TLanes>.Length)
        {
            RowDots<T, TLanes>.Multiply(left, right, destination, n, k, epilogue);
            return;
        }

        MatrixOperand<T> leftRows = new(left, lines: m, depth: k, linesAreContiguous: transposeLeft);
        MatrixOperand<T> rightColumns = new(right, lines: n, depth: k, linesAreContiguous: !transposeRight);
        if ((long)m * n * k <= SmallProduct<T, TLanes>.MostWork)
            SmallProduct<T, TLanes>.Multiply(leftRows, rightColumns, destination, epilogue);
        else
            BlockedProduct<T, TLanes>.Multiply(leftRows, rightColumns, destination, epilogue);
    }
}
