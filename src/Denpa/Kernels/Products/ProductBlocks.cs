using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The blocks of a destination, the unit of work that threads share, and how one is computed: the summed axis in slabs, for each slab
/// the right operand's panels, each packed by the thread that needs it just before use (or read in place), for each panel the rows.
/// </summary>
/// <remarks>No block changes a bit, as each element's sum runs through the summed axis in order whatever block it lies in.</remarks>
internal readonly unsafe struct ProductBlocks<T, TVector, TVectors, TEpilogue> : IRangeBody
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TVectors : struct, IVectors<T, TVector>
    where TEpilogue : struct, ITileEpilogue<T>
{
    private readonly PanelOperand<T> left;
    private readonly MatrixOperand<T> right;
    private readonly T* destination;
    private readonly int m;
    private readonly int n;
    private readonly int firstStep;
    private readonly int steps;
    private readonly BlockSize size;
    private readonly TEpilogue epilogue;

    /// <param name="left">The left operand of these rows and steps.</param>
    /// <param name="right">The right operand, whole.</param>
    /// <param name="destination">[m, n].</param>
    /// <param name="m">Rows of the destination.</param>
    /// <param name="n">Columns of the destination.</param>
    /// <param name="firstStep">The first step of the summed axis, at which sums start where it is zero and go on where it is not.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="size">The size of the blocks.</param>
    /// <param name="epilogue">What is done to elements whose sums are complete: that is where the steps reach the end.</param>
    public ProductBlocks(
        in PanelOperand<T> left,
        in MatrixOperand<T> right,
        T* destination,
        int m,
        int n,
        int firstStep,
        int steps,
        in BlockSize size,
        in TEpilogue epilogue)
    {
        this.left = left;
        this.right = right;
        this.destination = destination;
        this.m = m;
        this.n = n;
        this.firstStep = firstStep;
        this.steps = steps;
        this.size = size;
        this.epilogue = epilogue;
    }

    public void Run(int start, int end)
    {
        var across = Parts.Count(n, size.Columns);
        for (var block = start; block < end; block++)
            RunBlock(block / across * size.Rows, block % across * size.Columns);
    }

    private void RunBlock(int firstRow, int firstColumn)
    {
        var rows = Math.Min(size.Rows, m - firstRow);
        var endColumn = Math.Min(firstColumn + size.Columns, n);
        for (var slab = 0; slab < steps; slab += size.Steps)
        {
            var slabSteps = Math.Min(size.Steps, steps - slab);
            var isLast = firstStep + slab + slabSteps == right.Depth;
            for (var column = firstColumn; column < endColumn;)
                column += RunColumn(firstRow, rows, column, endColumn - column, slab, slabSteps, isLast);
        }
    }

    private int RunColumn(int firstRow, int rows, int column, int columnsLeft, int slab, int slabSteps, bool isLast)
    {
        var tiles = destination + ((nint)firstRow * n) + column;
        var work = new TileWork<T>
        {
            Left = left.At(firstRow / TileColumn<T, TVector, TVectors>.PanelRows, slab),
            RowStride = left.RowStride,
            StepStride = left.StepStride,
            Steps = slabSteps,
            Tile = tiles,
            TileStride = n,
            Accumulate = firstStep + slab > 0,
        };
        if (size.PacksRight)
        {
            work.Columns = Math.Min(columnsLeft, TileColumn<T, TVector, TVectors>.PanelColumns);
            work.Right = (T*)Scratch.Panel();
            work.RightStride = TileColumn<T, TVector, TVectors>.PanelColumns;
            Panels<T, TVector, TVectors>.Pack(right, column, work.Columns, firstStep + slab, slabSteps, work.Right, (int)work.RightStride);
        }
        else
        {
            work.Columns = TileColumn<T, TVector, TVectors>.Width(rows, columnsLeft);
            work.Right = right.At(column, firstStep + slab);
            work.RightStride = right.DepthStride;
        }
        TileColumn<T, TVector, TVectors>.Run(work, left.PanelStride, rows);
        if (isLast)
            epilogue.Apply(tiles, n, firstRow, rows, column, work.Columns);
        return work.Columns;
    }
}
