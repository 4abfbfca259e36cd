using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product of small operands on the calling thread: one block, with nothing to settle, as a call must cost little more
/// than its arithmetic.
/// </summary>
internal static unsafe class SmallProduct<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>Up to so many multiplications a product is small: about a microsecond.</summary>
    public const long MostWork = 1 << 17;

    // A transposed right operand of so many elements is turned on the stack.
    private const int StackElements = 128;

    /// <summary>destination [m, n] = left [m, k] · right [k, n], then the epilogue; no length is zero.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TEpilogue>(in MatrixOperand<T> left, in MatrixOperand<T> right, T* destination, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        (int m, int n, int k) = (left.Lines, right.Lines, right.Depth);
        TileWork<T> work = new()
        {
            RowStride = left.LineStride,
            StepStride = left.DepthStride,
            RightStride = n,
            Steps = k,
            TileStride = n,
        };
        T* rightRows = right.Data;
        if (right.LineStride != 1 && n > 1)
        {
            T* few = stackalloc T[StackElements];
            rightRows = n * k <= StackElements ? few : (T*)Scratch.Block(n * k * sizeof(T));
            Panels<T, TLanes>.Pack(right, 0, n, 0, k, rightRows, n);
        }

        for (int row = 0; row < m;)
        {
            int rows = TileRow<T, TLanes>.Height(m - row);
            work.Left = left.At(row, 0);
            work.Right = rightRows;
            work.Tile = destination + ((nint)row * n);
            TileRow<T, TLanes>.Run(ref work, TileRow<T, TLanes>.PanelColumns, rows, n);
            row += rows;
        }

        epilogue.Apply(destination, n, 0, m, 0, n);
    }
}
