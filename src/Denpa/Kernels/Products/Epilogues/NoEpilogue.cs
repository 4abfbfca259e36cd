using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>The epilogue of a plain product: it does nothing and costs nothing.</summary>
internal readonly unsafe struct NoEpilogue<T> : ITileEpilogue<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(T* tile, nint stride, int firstRow, int rows, int firstColumn, int columns)
    {
    }
}
