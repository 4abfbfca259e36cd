namespace Denpa.Kernels;

/// <summary>
/// The epilogue of a product of one column that is computed as a product of one row: the same elements, with rows and columns exchanged.
/// </summary>
internal readonly unsafe struct SidewaysEpilogue<T, TEpilogue>(TEpilogue epilogue) : ITileEpilogue<T>
    where T : unmanaged
    where TEpilogue : struct, ITileEpilogue<T>
{
    private readonly TEpilogue epilogue = epilogue;

    public void Apply(T* tile, nint stride, int firstRow, int rows, int firstColumn, int columns)
        => epilogue.Apply(tile, 1, firstColumn, columns, firstRow, rows);
}
