using System.Numerics;

namespace Denpa.Kernels;

/// <summary>tile = kernel(tile).</summary>
internal sealed unsafe class MapStep<T, TKernel>(TKernel kernel) : TileStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TKernel : struct, IUnaryKernel
{
    public override void Apply(T* tile, nint stride, int rows, int columns, T* other, nint otherStride)
    {
        if (stride == columns) (rows, columns) = (1, rows * columns);
        for (int row = 0; row < rows; row++)
        {
            T* start = tile + (row * stride);
            VectorWidths.Run<T, MapWork<T, TKernel>>(new MapWork<T, TKernel>(start, start, columns, kernel));
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
        if (stride == columns && otherStride == columns) (rows, columns) = (1, rows * columns);
        for (int row = 0; row < rows; row++)
        {
            T* start = tile + (row * stride);
            T* otherStart = other + (row * otherStride);
            T* left = tileIsLeft ? start : otherStart;
            T* right = tileIsLeft ? otherStart : start;
            VectorWidths.Run<T, ZipWork<T, TKernel>>(new ZipWork<T, TKernel>(left, right, start, columns, kernel));
        }
    }
}
