using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product by tiles. It settles what is packed and how the destination is cut into blocks; each element is one chain of
/// multiply-adds through the summed axis in ascending order, whatever it settles.
/// </summary>
internal static unsafe class BlockedProduct<T, TVector, TVectors>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TVectors : struct, IVectors<T, TVector>
{
    // Up to so many multiplications one thread is done before another would have begun.
    private const long SmallProduct = 1 << 19;

    // From so many multiplications on, packing the left operand in a loop of its own pays.
    private const long LargeProduct = 1L << 26;

    // A panel of the right operand is packed where so many rows read it.
    private const int ManyRows = 96;

    private static int PanelRows => TileColumn<T, TVector, TVectors>.PanelRows;

    private static int PanelColumns => TileColumn<T, TVector, TVectors>.PanelColumns;

    // As many steps of a panel of the right operand as its buffer holds.
    private static int MostSteps => Scratch.PanelBytes / (PanelColumns * sizeof(T));

    /// <summary>destination [m, n] = left [m, k] · right [k, n], then the epilogue; no length is zero.</summary>
    public static void Multiply<TEpilogue>(
        in MatrixOperand<T> left, in MatrixOperand<T> right, T* destination, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var (m, n, k) = (left.Lines, right.Lines, right.Depth);
        var work = (long)m * n * k;
        var packsRight = right.DepthStride == 1 && n > 1;
        var inPlace = PanelOperand<T>.InPlace(left, PanelRows);
        if (work <= SmallProduct)
        {
            var size = BlockSize.Whole(m, n, packsRight ? Math.Min(k, MostSteps) : k, packsRight);
            new ProductBlocks<T, TVector, TVectors, TEpilogue>(inPlace, right, destination, m, n, 0, k, size, epilogue).Run(0, 1);
        }
        else if (work < LargeProduct)
        {
            RunShared(inPlace, right, destination, m, n, 0, k, packsRight, epilogue);
        }
        else
        {
            MultiplyPacked(left, right, destination, packsRight, epilogue);
        }
    }

    // The left operand is packed as much at a time as its buffer holds, then multiplied.
    private static void MultiplyPacked<TEpilogue>(
        in MatrixOperand<T> left, in MatrixOperand<T> right, T* destination, bool packsRight, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var (m, n, k) = (left.Lines, right.Lines, right.Depth);
        var capacity = Scratch.LargestLeftBytes / sizeof(T);
        var rowsAtOnce = Math.Min(Parts.Count(m, PanelRows) * PanelRows, capacity / Math.Min(k, MostSteps) / PanelRows * PanelRows);
        var stepsAtOnce = Math.Min(k, capacity / rowsAtOnce);
        var packed = (T*)Scratch.Left(rowsAtOnce * stepsAtOnce * sizeof(T));
        for (var row = 0; row < m; row += rowsAtOnce)
        {
            var rows = Math.Min(rowsAtOnce, m - row);
            for (var step = 0; step < k; step += stepsAtOnce)
            {
                var steps = Math.Min(stepsAtOnce, k - step);
                var pack = new PackBody(left, row, rows, step, steps, packed);
                WorkerPool.For(Parts.Count(rows, PanelRows), 1, pack, cost: (long)rows * steps / 2);
                var panels = PanelOperand<T>.Packed(packed, PanelRows, steps);
                var shifted = new ShiftedEpilogue<T, TEpilogue>(epilogue, row);
                RunShared(panels, right, destination + ((nint)row * n), rows, n, step, steps, packsRight, shifted);
            }
        }
    }

    private static void RunShared<TEpilogue>(
        in PanelOperand<T> left,
        in MatrixOperand<T> right,
        T* destination,
        int m,
        int n,
        int firstStep,
        int steps,
        bool packsRight,
        in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var slab = Parts.Count(steps, Parts.Count(steps, MostSteps));
        var size = BlockSize.Shared(m, n, steps, slab, packsRight || m >= ManyRows, PanelRows, PanelColumns);
        var blocks = new ProductBlocks<T, TVector, TVectors, TEpilogue>(left, right, destination, m, n, firstStep, steps, size, epilogue);
        WorkerPool.For(Parts.Count(m, size.Rows) * Parts.Count(n, size.Columns), 1, blocks, cost: (long)m * n * steps / 100);
    }

    private readonly struct PackBody(MatrixOperand<T> left, int firstRow, int rows, int firstStep, int steps, T* packed) : IRangeBody
    {
        public void Run(int start, int end)
        {
            for (var panel = start; panel < end; panel++)
            {
                var row = panel * PanelRows;
                Panels<T, TVector, TVectors>.Pack(
                    left, firstRow + row, Math.Min(PanelRows, rows - row), firstStep, steps, packed + ((nint)row * steps), PanelRows);
            }
        }
    }
}
