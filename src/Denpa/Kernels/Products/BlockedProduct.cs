using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product by tiles. It settles what is packed and how the destination is cut into blocks; each element is one chain of
/// multiply-adds through the summed axis in ascending order, whatever it settles.
/// </summary>
internal static unsafe class BlockedProduct<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    // Elements that a core reads or writes in a nanosecond where another core has written them before.
    private const int ElementsPerNanosecond = 2;

    // Of one core, as the worker pool wants to know: two multiply-adds of a vector at three cycles in a nanosecond.
    private static int MultiplicationsPerNanosecond => 6 * TLanes.Count;

    /// <summary>destination [m, n] = left [m, k] · right [k, n], then the epilogue; no length is zero.</summary>
    public static void Multiply<TEpilogue>(
        in MatrixOperand<T> left, in MatrixOperand<T> right, T* destination, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        (int m, int n, int k) = (left.Lines, right.Lines, right.Depth);
        long work = (long)m * n * k;
        long elements = ((long)m * k) + ((long)k * n) + ((long)m * n);
        BlockSize size = BlockSize.Choose(
            m,
            n,
            k,
            leftIsTransposed: left.DepthStride != 1,
            rightIsTransposed: right.LineStride != 1 && n > 1,
            sizeof(T),
            TileRow<T, TLanes>.MostRows,
            TileRow<T, TLanes>.PanelColumns,
            isShared: Workers.Count > 1);
        ProductBlocks<T, TLanes, TEpilogue> blocks = new(left, right, destination, size, epilogue);
        int count = Blocking.Count(m, size.Rows) * Blocking.Count(n, size.Columns);
        if (count == 1)
            blocks.Run(0, 1);
        else
            WorkerPool.For(count, 1, blocks, cost: (work / MultiplicationsPerNanosecond) + (elements / ElementsPerNanosecond));
    }
}
