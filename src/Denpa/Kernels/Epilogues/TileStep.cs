using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// What an elementwise kernel does to a tile of a larger matrix, in place: the way in which it is applied while the matrix is being
/// computed.
/// </summary>
internal abstract unsafe class TileStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Changes a tile. Any thread may be asked, each for tiles of its own.</summary>
    /// <param name="tile">The tile, [rows, columns].</param>
    /// <param name="stride">The distance from row to row, in elements.</param>
    /// <param name="rows">The tile's rows.</param>
    /// <param name="columns">The tile's columns.</param>
    /// <param name="other">The same place of the kernel's other operand; null where it has none.</param>
    /// <param name="otherStride">The distance from row to row there; 0 for one row that serves all.</param>
    public abstract void Apply(T* tile, nint stride, int rows, int columns, T* other, nint otherStride);

    /// <summary>Called once, by the thread that asked for the whole, when every tile is done.</summary>
    public virtual void Finish()
    {
    }
}
