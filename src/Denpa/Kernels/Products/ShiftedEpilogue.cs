namespace Denpa.Kernels;

/// <summary>The epilogue of a product that is computed some rows at a time: rows count from the whole product's first.</summary>
internal readonly unsafe struct ShiftedEpilogue<T, TEpilogue>(TEpilogue epilogue, int rowsAbove) : ITileEpilogue<T>
    where T : unmanaged
    where TEpilogue : struct, ITileEpilogue<T>
{
    private readonly TEpilogue epilogue = epilogue;

    public void Apply(T* tile, nint stride, int firstRow, int rows, int firstColumn, int columns)
        => epilogue.Apply(tile, stride, rowsAbove + firstRow, rows, firstColumn, columns);
}
