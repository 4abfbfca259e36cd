using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// The tiles of a destination whose operands are packed: the unit of work that threads share. Within a tile the loops run over blocks of
/// the summed axis, then right panels, then left panels, so that one block of a right panel is read from the first-level cache.
/// </summary>
/// <remarks>A tile's size changes no bit, as each element's sum runs through the summed axis in order whatever tile it lies in.</remarks>
internal readonly unsafe struct PackedTiles<T, TEpilogue> : IRangeBody
    where T : unmanaged, INumber<T>
    where TEpilogue : struct, ITileEpilogue<T>
{
    private const int LargestSide = 128;
    private const int WantedTiles = 16;

    private readonly T* packedLeft;
    private readonly T* packedRight;
    private readonly int depth;
    private readonly T* destination;
    private readonly int m;
    private readonly int n;
    private readonly bool isFirst;
    private readonly bool isLast;
    private readonly TEpilogue epilogue;
    private readonly int tileRows;
    private readonly int tileColumns;

    /// <param name="packedLeft">Panels of [depth, rows of the micro-kernel].</param>
    /// <param name="packedRight">Panels of [depth, columns of the micro-kernel].</param>
    /// <param name="depth">The packed steps of the summed axis.</param>
    /// <param name="destination">[m, n].</param>
    /// <param name="m">Rows of the destination.</param>
    /// <param name="n">Columns of the destination.</param>
    /// <param name="isFirst">Whether the sums start at zero, or go on from what the destination holds.</param>
    /// <param name="isLast">Whether the sums are complete with these steps.</param>
    /// <param name="epilogue">What is done to a tile whose sums are complete.</param>
    public PackedTiles(
        T* packedLeft, T* packedRight, int depth, T* destination, int m, int n, bool isFirst, bool isLast, in TEpilogue epilogue)
    {
        this.packedLeft = packedLeft;
        this.packedRight = packedRight;
        this.depth = depth;
        this.destination = destination;
        this.m = m;
        this.n = n;
        this.isFirst = isFirst;
        this.isLast = isLast;
        this.epilogue = epilogue;
        (tileRows, tileColumns) = TileSize(m, n);
    }

    public int Count => Panels.Count(m, tileRows) * TilesAcross;

    private int TilesAcross => Panels.Count(n, tileColumns);

    public void Run(int start, int end)
    {
        for (var tile = start; tile < end; tile++)
            RunTile(tile / TilesAcross * tileRows, tile % TilesAcross * tileColumns);
    }

    // Both sides are multiples of the micro-kernel's. The longer one is halved until there are tiles enough to share.
    private static (int Rows, int Columns) TileSize(int m, int n)
    {
        var rows = Math.Min(LargestSide, Panels.Count(m, MicroKernel<T>.Rows) * MicroKernel<T>.Rows);
        var columns = Math.Min(LargestSide, Panels.Count(n, MicroKernel<T>.Columns) * MicroKernel<T>.Columns);
        while (Panels.Count(m, rows) * Panels.Count(n, columns) < WantedTiles)
        {
            if (columns > MicroKernel<T>.Columns && columns >= rows)
                columns = Panels.Count(columns / 2, MicroKernel<T>.Columns) * MicroKernel<T>.Columns;
            else if (rows > MicroKernel<T>.Rows)
                rows = Panels.Count(rows / 2, MicroKernel<T>.Rows) * MicroKernel<T>.Rows;
            else if (columns > MicroKernel<T>.Columns)
                columns = Panels.Count(columns / 2, MicroKernel<T>.Columns) * MicroKernel<T>.Columns;
            else
                break;
        }
        return (rows, columns);
    }

    private void RunTile(int firstRow, int firstColumn)
    {
        var endRow = Math.Min(firstRow + tileRows, m);
        var endColumn = Math.Min(firstColumn + tileColumns, n);
        for (var block = 0; block < depth; block += PackedProduct<T>.DepthBlock)
        {
            for (var column = firstColumn; column < endColumn; column += MicroKernel<T>.Columns)
            {
                for (var row = firstRow; row < endRow; row += MicroKernel<T>.Rows)
                    RunBlock(row, column, block);
            }
        }
        if (isLast)
            epilogue.Apply(destination + ((nint)firstRow * n) + firstColumn, n, firstRow, endRow - firstRow, firstColumn, endColumn - firstColumn);
    }

    private void RunBlock(int row, int column, int block)
    {
        var steps = Math.Min(PackedProduct<T>.DepthBlock, depth - block);
        var left = packedLeft + ((nint)row * depth) + (block * MicroKernel<T>.Rows);
        var right = packedRight + ((nint)column * depth) + (block * MicroKernel<T>.Columns);
        var target = destination + ((nint)row * n) + column;
        var goOn = !isFirst || block > 0;
        if (m - row >= MicroKernel<T>.Rows && n - column >= MicroKernel<T>.Columns)
            MicroKernel<T>.Multiply(left, right, steps, target, n, goOn);
        else
            RunEdge(left, right, steps, target, Math.Min(MicroKernel<T>.Rows, m - row), Math.Min(MicroKernel<T>.Columns, n - column), goOn);
    }

    // Where the micro-kernel's tile hangs over the destination's edge it works on a copy.
    [SkipLocalsInit]
    private void RunEdge(T* left, T* right, int steps, T* target, int rows, int columns, bool goOn)
    {
        var width = MicroKernel<T>.Columns;
        var tile = stackalloc T[MicroKernel<T>.Rows * width];
        for (var row = 0; goOn && row < rows; row++)
            new ReadOnlySpan<T>(target + ((nint)row * n), columns).CopyTo(new Span<T>(tile + (row * width), columns));
        MicroKernel<T>.Multiply(left, right, steps, tile, width, goOn);
        for (var row = 0; row < rows; row++)
            new ReadOnlySpan<T>(tile + (row * width), columns).CopyTo(new Span<T>(target + ((nint)row * n), columns));
    }
}
