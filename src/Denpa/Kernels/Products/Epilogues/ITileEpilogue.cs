namespace Denpa.Kernels;

/// <summary>
/// What is done to the elements of a matrix product after their sums, while they are hot in the cache: a bias, an activation, an update.
/// </summary>
/// <remarks>
/// <see cref="MatrixProduct.Multiply{T, TEpilogue}"/> calls it exactly once for every element of the destination, after the element's
/// sum is complete and stored, on the thread that computed it. Where the tiles lie is the product's affair: an epilogue must not give an
/// element other bits in another tile, nor read elements that are not in its tile.
/// </remarks>
internal unsafe interface ITileEpilogue<T>
    where T : unmanaged
{
    /// <summary>Treats the elements of one tile.</summary>
    /// <param name="tile">The tile's first element, within the destination.</param>
    /// <param name="stride">The distance of the tile's rows.</param>
    /// <param name="firstRow">The destination's row in which the tile begins.</param>
    /// <param name="rows">Rows of the tile.</param>
    /// <param name="firstColumn">The destination's column in which the tile begins.</param>
    /// <param name="columns">Columns of the tile.</param>
    void Apply(T* tile, nint stride, int firstRow, int rows, int firstColumn, int columns);
}
