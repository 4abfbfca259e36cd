using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>The transposition of a matrix whose rows may lie apart, in blocks that the first-level cache holds.</summary>
internal static unsafe class BlockTranspose
{
    private const int BlockSide = 16;
    private const int PieceRows = 4;

    /// <summary>destination[column, row] = source[row, column].</summary>
    /// <param name="source">[rows, columns], with <paramref name="sourceStride"/> elements from row to row.</param>
    /// <param name="sourceStride">The distance of the source's rows.</param>
    /// <param name="destination">[columns, rows], with <paramref name="destinationStride"/> elements from row to row.</param>
    /// <param name="destinationStride">The distance of the destination's rows.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    public static void Copy<T>(T* source, nint sourceStride, T* destination, nint destinationStride, int rows, int columns)
        where T : unmanaged
    {
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

    private static void CopyBlock<T>(T* source, nint sourceStride, T* destination, nint destinationStride, int rows, int columns)
        where T : unmanaged
    {
        // Whole pieces of four rows go through vectors, what hangs over goes one by one.
        var pieceColumns = Vector128<byte>.Count / sizeof(T);
        var wholeRows = Vector512.IsHardwareAccelerated && sizeof(T) is 4 or 8 ? rows - (rows % PieceRows) : 0;
        var wholeColumns = columns - (columns % pieceColumns);
        for (var column = 0; column < wholeColumns; column += pieceColumns)
        {
            var target = destination + (column * destinationStride);
            for (var row = 0; row < wholeRows; row += PieceRows)
                CopyPiece(source + (row * sourceStride) + column, sourceStride, target + row, destinationStride);
        }
        CopyElements(source, sourceStride, destination, destinationStride, 0, wholeRows, wholeColumns, columns);
        CopyElements(source, sourceStride, destination, destinationStride, wholeRows, rows, 0, columns);
    }

    // 16 bytes of each of four rows make one vector; a permutation of its lanes transposes them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPiece<T>(T* source, nint sourceStride, T* destination, nint destinationStride)
        where T : unmanaged
    {
        var upperRows = Vector256.Create(Vector128.Load(source), Vector128.Load(source + sourceStride));
        var lowerRows = Vector256.Create(Vector128.Load(source + (2 * sourceStride)), Vector128.Load(source + (3 * sourceStride)));
        var rows = Vector512.Create(upperRows, lowerRows);
        if (sizeof(T) == 4)
        {
            var order = Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
            var columns = Vector512.Shuffle(rows.AsInt32(), order).As<int, T>();
            columns.GetLower().GetLower().Store(destination);
            columns.GetLower().GetUpper().Store(destination + destinationStride);
            columns.GetUpper().GetLower().Store(destination + (2 * destinationStride));
            columns.GetUpper().GetUpper().Store(destination + (3 * destinationStride));
        }
        else
        {
            var columns = Vector512.Shuffle(rows.AsInt64(), Vector512.Create(0L, 2, 4, 6, 1, 3, 5, 7)).As<long, T>();
            columns.GetLower().Store(destination);
            columns.GetUpper().Store(destination + destinationStride);
        }
    }

    private static void CopyElements<T>(
        T* source, nint sourceStride, T* destination, nint destinationStride, int firstRow, int endRow, int firstColumn, int endColumn)
        where T : unmanaged
    {
        for (var column = firstColumn; column < endColumn; column++)
        {
            for (var row = firstRow; row < endRow; row++)
                destination[(column * destinationStride) + row] = source[(row * sourceStride) + column];
        }
    }
}
