using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The transposition of a matrix whose rows may lie apart, in blocks that the first-level cache holds.</summary>
internal static unsafe class BlockTranspose<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    private const int BlockSide = 16;

    // As much of a line goes into a piece.
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
        // Too few of either for a single piece.
        if (Math.Min(rows, columns) < PieceBytes / sizeof(T))
        {
            CopyElements(source, sourceStride, destination, destinationStride, 0, rows, 0, columns);
            return;
        }
        for (var column = 0; column < columns; column += BlockSide)
        {
            for (var row = 0; row < rows; row += BlockSide)
            {
                CopyBlock(
                    source + (row * sourceStride) + column, sourceStride,
                    destination + (column * destinationStride) + row, destinationStride,
                    Math.Min(BlockSide, rows - row), Math.Min(BlockSide, columns - column));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyBlock(T* source, nint sourceStride, T* destination, nint destinationStride, int rows, int columns)
    {
        // Whole pieces go through vectors, those that are left through the smallest ones, and what hangs over goes one by one.
        var side = PieceBytes / sizeof(T);
        var wholeRows = sizeof(T) is 4 or 8 ? rows - (rows % Math.Min(side, TLanes.Count)) : 0;
        var wholeColumns = columns - (columns % side);
        for (var column = 0; column < wholeColumns; column += side)
        {
            var from = source + column;
            var to = destination + (column * destinationStride);
            var row = 0;
            for (; row <= wholeRows - TLanes.Count; row += TLanes.Count)
                TLanes.Transpose(from + (row * sourceStride), sourceStride, to + row, destinationStride);
            for (; row < wholeRows; row += side)
                Lanes128<T>.Transpose(from + (row * sourceStride), sourceStride, to + row, destinationStride);
        }
        CopyElements(source, sourceStride, destination, destinationStride, 0, wholeRows, wholeColumns, columns);
        CopyElements(source, sourceStride, destination, destinationStride, wholeRows, rows, 0, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyElements(
        T* source, nint sourceStride, T* destination, nint destinationStride, int firstRow, int endRow, int firstColumn, int endColumn)
    {
        for (var column = firstColumn; column < endColumn; column++)
        {
            for (var row = firstRow; row < endRow; row++)
                destination[(column * destinationStride) + row] = source[(row * sourceStride) + column];
        }
    }
}
