using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>tile = kernel(tile).</summary>
internal sealed unsafe class MapStep<T, TKernel>(TKernel kernel) : TileStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : struct, IUnaryKernel
{
    public override void Apply(T* tile, nint stride, int rows, int columns, T* other, nint otherStride)
    {
        if (rows == 1 || stride == columns) Elementwise.Map(tile, tile, rows * columns, kernel);
        else VectorWidths.Run<T, Rows>(new Rows(tile, stride, rows, columns, kernel));
    }

    private readonly struct Rows(T* tile, nint stride, int rows, int columns, TKernel kernel) : ILaneWork<T>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            T* row = tile;
            for (int left = rows; left > 0; left--, row += stride) MapLoop<T, TKernel>.Run<TLanes>(row, row, 0, columns, kernel);
        }
    }
}

/// <summary>tile = kernel(tile, other) or kernel(other, tile).</summary>
internal sealed unsafe class ZipStep<T, TKernel>(TKernel kernel, bool tileIsLeft) : TileStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : struct, IBinaryKernel
{
    public override void Apply(T* tile, nint stride, int rows, int columns, T* other, nint otherStride)
    {
        if (rows == 1 || (stride == columns && otherStride == columns))
            Elementwise.Zip(tileIsLeft ? tile : other, tileIsLeft ? other : tile, tile, rows * columns, kernel);
        else
            VectorWidths.Run<T, Rows>(new Rows(tile, stride, rows, columns, other, otherStride, kernel, tileIsLeft));
    }

    private readonly struct Rows(
        T* tile, nint stride, int rows, int columns, T* other, nint otherStride, TKernel kernel, bool tileIsLeft) : ILaneWork<T>
    {
        public void Run<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            if (columns <= TLanes.Count / 2 && stride == columns && otherStride == 0)
            {
                RunNarrow<TLanes>();
                return;
            }

            T* row = tile;
            T* otherRow = other;
            for (int left = rows; left > 0; left--, row += stride, otherRow += otherStride) Zip<TLanes>(row, otherRow, columns);
        }

        // One row for all, of which a vector holds several: repeated, it lies beside as many rows of the tile.
        [SkipLocalsInit]
        private void RunNarrow<TLanes>()
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            T* repeated = stackalloc T[TLanes.Count];
            int length = rows * columns;
            int step = Math.Min(length, TLanes.Count - (TLanes.Count % columns));
            for (int i = 0; i < step; i += columns)
            {
                for (int column = 0; column < columns; column++) repeated[i + column] = other[column];
            }

            int start = 0;
            for (; start <= length - step; start += step) Zip<TLanes>(tile + start, repeated, step);
            if (start < length) Zip<TLanes>(tile + start, repeated, length - start);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Zip<TLanes>(T* row, T* otherRow, int length)
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            T* left = tileIsLeft ? row : otherRow;
            T* right = tileIsLeft ? otherRow : row;
            ZipLoop<T, TKernel>.Run<TLanes>(left, right, row, 0, length, kernel);
        }
    }
}
