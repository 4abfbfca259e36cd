using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The transposition of a matrix whose rows may lie apart, in blocks that the first-level cache holds.</summary>
internal static unsafe class BlockTranspose<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    // As many rows leave room for theirs and for the destination's cache lines.
    private const int BlockRows = 32;
    private const int CacheLine = 64;

    // As much of a row goes into a piece.
    private const int PieceBytes = 16;

    /// <summary>destination[column, row] = source[row, column].</summary>
    /// <param name="source">[rows, columns], with <paramref name="sourceStride"/> elements from row to row.</param>
    /// <param name="sourceStride">The distance of the source's rows.</param>
    /// <param name="destination">[columns, rows], with <paramref name="destinationStride"/> elements from row to row.</param>
    /// <param name="destinationStride">The distance of the destination's rows.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    public static void Copy(T* source, nint sourceStride, T* destination, nint destinationStride, int rows, int columns)
    {
        for (int row = 0; row < rows; row += BlockRows)
        {
            CopyRows(
                source + (row * sourceStride),
                sourceStride,
                destination + row,
                destinationStride,
                Math.Min(BlockRows, rows - row),
                columns);
        }
    }

    // One cache line of every row at a time, so that neither side leaves the first-level cache half done. Whole pieces go through
    // vectors, those that are left through the smallest ones, and what hangs over goes one by one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows(T* source, nint sourceStride, T* destination, nint destinationStride, int rows, int columns)
    {
        int side = PieceBytes / sizeof(T);
        int wholeColumns = columns / side * side;
        int wholeRows = sizeof(T) is 4 or 8 ? rows / Math.Min(side, TLanes.Count) * Math.Min(side, TLanes.Count) : 0;
        for (int column = 0; wholeRows > 0 && column < wholeColumns; column += CacheLine / sizeof(T))
        {
            int end = Math.Min(column + (CacheLine / sizeof(T)), wholeColumns);
            int row = 0;
            for (; row <= wholeRows - TLanes.Count; row += TLanes.Count)
            {
                for (int piece = column; piece < end; piece += side)
                {
                    TLanes.Transpose(
                        source + (row * sourceStride) + piece,
                        sourceStride,
                        destination + (piece * destinationStride) + row,
                        destinationStride);
                }
            }

            for (; row < wholeRows; row += side)
            {
                for (int piece = column; piece < end; piece += side)
                {
                    Lanes128<T>.Transpose(
                        source + (row * sourceStride) + piece,
                        sourceStride,
                        destination + (piece * destinationStride) + row,
                        destinationStride);
                }
            }
        }

        CopyElements(source, sourceStride, destination, destinationStride, 0, wholeRows, wholeColumns, columns);
        CopyElements(source, sourceStride, destination, destinationStride, wholeRows, rows, 0, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyElements(
        T* source, nint sourceStride, T* destination, nint destinationStride, int firstRow, int endRow, int firstColumn, int endColumn)
    {
        for (int row = firstRow; row < endRow; row++)
        {
            for (int column = firstColumn; column < endColumn; column++)
                destination[(column * destinationStride) + row] = source[(row * sourceStride) + column];
        }
    }
}
