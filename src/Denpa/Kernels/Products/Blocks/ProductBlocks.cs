using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// The blocks of a destination, the unit of work that threads share, and how one is computed: the summed axis in slabs; for each slab
/// the right operand's part is packed by the thread that needs it just before use (or read in place), then the rows pass by.
/// </summary>
/// <remarks>No block changes a bit, as each element's sum runs through the summed axis in order whatever block it lies in.</remarks>
internal readonly unsafe struct ProductBlocks<T, TLanes, TEpilogue> : IRangeBody
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TEpilogue : struct, ITileEpilogue<T>
{
    private const int CacheLine = 64;

    // Twelve rows of so many columns stay in the first-level cache beside what they are made of.
    private const int MostColumnsApart = 128;

    private readonly MatrixOperand<T> left;
    private readonly MatrixOperand<T> right;
    private readonly T* destination;
    private readonly BlockSize size;
    private readonly TEpilogue epilogue;

    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="destination">[rows, columns].</param>
    /// <param name="size">The size of the blocks.</param>
    /// <param name="epilogue">What is done to elements whose sums are complete.</param>
    public ProductBlocks(
        in MatrixOperand<T> left, in MatrixOperand<T> right, T* destination, in BlockSize size, in TEpilogue epilogue)
    {
        this.left = left;
        this.right = right;
        this.destination = destination;
        this.size = size;
        this.epilogue = epilogue;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int start, int end)
    {
        int across = Blocking.Count(right.Lines, size.Columns);
        for (int block = start; block < end; block++)
            RunBlock(block / across * size.Rows, block % across * size.Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunBlock(int firstRow, int firstColumn)
    {
        int columns = Math.Min(size.Columns, right.Lines - firstColumn);
        for (int step = 0; step < right.Depth; step += size.Steps)
        {
            TileWork<T> work = new()
            {
                RowStride = left.LineStride,
                StepStride = size.PacksLeft ? BlockSize.PackedRows : left.DepthStride,
                Steps = Math.Min(size.Steps, right.Depth - step),
                TileStride = right.Lines,
                Accumulate = step > 0,
            };
            nint panelStride;
            if (size.PacksRight)
            {
                work.Right = (T*)Scratch.Block(size.Columns * size.Steps * sizeof(T));
                work.RightStride = TileRow<T, TLanes>.PanelColumns;
                panelStride = work.RightStride * work.Steps;
                Panels<T, TLanes>.Pack(right, firstColumn, columns, step, work.Steps, work.Right, (int)work.RightStride);
            }
            else
            {
                work.Right = right.At(firstColumn, step);
                work.RightStride = right.DepthStride;
                panelStride = TileRow<T, TLanes>.PanelColumns;
            }

            RunRows(work, panelStride, firstRow, firstColumn, columns, step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunRows(TileWork<T> work, nint panelStride, int firstRow, int firstColumn, int columns, int step)
    {
        bool isLast = step + work.Steps == right.Depth;
        int endRow = Math.Min(firstRow + size.Rows, left.Lines);
        T* rightStart = work.Right;
        int packedRows = 0;
        T* apart = isLast && !work.Accumulate && IsFinishedApart(columns)
            ? (T*)Scratch.Tiles(TileRow<T, TLanes>.MostRows * MostColumnsApart * sizeof(T))
            : null;
        work.TileStride = apart == null ? right.Lines : columns;
        for (int row = firstRow; row < endRow;)
        {
            int rows = TileRow<T, TLanes>.Height(endRow - row);
            T* tiles = destination + ((nint)row * right.Lines) + firstColumn;
            if (!size.PacksLeft)
            {
                work.Left = left.At(row, step);
            }
            else if (packedRows == 0)
            {
                packedRows = Math.Min(BlockSize.PackedRows, endRow - row);
                work.Left = PackLeft(row, packedRows, step, work.Steps);
            }

            work.Right = rightStart;
            work.Tile = apart == null ? tiles : apart;
            TileRow<T, TLanes>.Run(ref work, panelStride, rows, columns);
            if (isLast)
                epilogue.Apply(apart == null ? tiles : apart, work.TileStride, row, rows, firstColumn, columns);
            if (apart != null)
                CopyRows(apart, tiles, rows, columns);
            row += rows;
            if (size.PacksLeft)
            {
                packedRows -= rows;
                work.Left += rows;
            }
        }
    }

    // Rows that share cache lines with those of other blocks are stored when they are finished, and once: else two cores would take the
    // lines from each other at every step of the epilogue.
    private bool IsFinishedApart(int columns)
        => typeof(TEpilogue) != typeof(NoEpilogue<T>)
        && columns < right.Lines
        && columns <= MostColumnsApart
        && (long)right.Lines * sizeof(T) % CacheLine != 0;

    private void CopyRows(T* source, T* target, int rows, int columns)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> finished = new(source + (row * columns), columns);
            finished.CopyTo(new Span<T>(target + ((nint)row * right.Lines), columns));
        }
    }

    private T* PackLeft(int firstRow, int rows, int firstStep, int steps)
    {
        T* packed = (T*)Scratch.Rows(BlockSize.PackedRows * size.Steps * sizeof(T));
        Panels<T, TLanes>.Pack(left, firstRow, rows, firstStep, steps, packed, BlockSize.PackedRows);
        return packed;
    }
}
