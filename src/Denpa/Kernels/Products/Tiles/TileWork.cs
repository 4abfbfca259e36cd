namespace Denpa.Kernels;

/// <summary>Some steps of a matrix product for one tile of the destination: the work of a tile kernel.</summary>
internal unsafe struct TileWork<T>
    where T : unmanaged
{
    /// <summary>The left operand, from the tile's first row and the first step on.</summary>
    public T* Left;

    /// <summary>The distance of the left operand's rows.</summary>
    public nint RowStride;

    /// <summary>The distance of the left operand's steps.</summary>
    public nint StepStride;

    /// <summary>The right operand, [steps, columns].</summary>
    public T* Right;

    /// <summary>The distance of the right operand's steps.</summary>
    public nint RightStride;

    /// <summary>The number of steps.</summary>
    public int Steps;

    /// <summary>The tile, [rows, columns].</summary>
    public T* Tile;

    /// <summary>The distance of the tile's rows.</summary>
    public nint TileStride;

    /// <summary>The tile's columns, the last of which lies in its last vector.</summary>
    public int Columns;

    /// <summary>Whether the sums go on from what the tile holds, or start at zero.</summary>
    public bool Accumulate;

    /// <summary>Goes on to the next tile of the row.</summary>
    public void MoveRight(int columns, nint panelStride)
    {
        Right += panelStride;
        Tile += columns;
    }
}
