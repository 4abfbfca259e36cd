using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// The matrix product without packing, for few rows and for small matrices: a row of the left operand against strips of columns of the
/// right one, whose rows are read as they lie in memory.
/// </summary>
internal static unsafe class DirectProduct<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The most elements of a transposed right operand that fit on the stack.</summary>
    public const int LargestTransposed = 2048;

    private const int NarrowRows = 4;

    private static int StripWidth => 4 * Vector512<T>.Count;

    /// <summary>destination [m, n] = left [m, k] · right [k, n], where the right operand is stored plain; no length is zero.</summary>
    public static void Multiply<TEpilogue>(
        in MatrixOperand<T> left, T* right, T* destination, int m, int n, int k, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var body = new StripBody<TEpilogue>(left, right, destination, m, n, k, epilogue);
        WorkerPool.For(n, StripWidth, body, cost: (long)m * n * k / 16);
    }

    /// <summary>The same for a right operand of at most <see cref="LargestTransposed"/> elements that is stored transposed.</summary>
    [SkipLocalsInit]
    public static void MultiplyTransposed<TEpilogue>(
        in MatrixOperand<T> left, in MatrixOperand<T> right, T* destination, int m, int n, int k, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var rows = stackalloc T[LargestTransposed];
        BlockTranspose.Copy(right.Data, right.LineStride, rows, n, rows: n, columns: k);
        Multiply(left, rows, destination, m, n, k, epilogue);
    }

    private readonly struct StripBody<TEpilogue>(
        MatrixOperand<T> left, T* right, T* destination, int m, int n, int k, TEpilogue epilogue) : IRangeBody
        where TEpilogue : struct, ITileEpilogue<T>
    {
        private readonly TEpilogue epilogue = epilogue;

        public void Run(int start, int end)
        {
            RunSums(start, end);
            epilogue.Apply(destination + start, n, 0, m, start, end - start);
        }

        private void RunSums(int start, int end)
        {
            if (end - start == StripWidth)
            {
                for (var row = 0; row < m; row++)
                    RunStrip(row, start);
                return;
            }
            for (var row = 0; row < m; row += NarrowRows)
            {
                for (var column = start; column < end; column += Vector512<T>.Count)
                    RunNarrow(row, column, end);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void RunStrip(int row, int column)
        {
            var width = Vector512<T>.Count;
            Vector512<T> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            var factors = left.At(row, 0);
            var factorStride = left.DepthStride;
            var source = right + column;
            for (var p = 0; p < k; p++)
            {
                var factor = Vector512.Create(*factors);
                sum0 = Fused.MultiplyAdd(factor, Vector512.Load(source), sum0);
                sum1 = Fused.MultiplyAdd(factor, Vector512.Load(source + width), sum1);
                sum2 = Fused.MultiplyAdd(factor, Vector512.Load(source + (2 * width)), sum2);
                sum3 = Fused.MultiplyAdd(factor, Vector512.Load(source + (3 * width)), sum3);
                factors += factorStride;
                source += n;
            }
            var target = destination + ((nint)row * n) + column;
            sum0.Store(target);
            sum1.Store(target + width);
            sum2.Store(target + (2 * width));
            sum3.Store(target + (3 * width));
        }

        // A vector that hangs over a row's end reads on into the next row; those lanes are never stored. Rows that hang over the last
        // repeat it.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void RunNarrow(int row, int column, int end)
        {
            Vector512<T> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            var factors0 = left.At(row, 0);
            var factors1 = left.At(Math.Min(row + 1, m - 1), 0);
            var factors2 = left.At(Math.Min(row + 2, m - 1), 0);
            var factors3 = left.At(Math.Min(row + 3, m - 1), 0);
            var rightEnd = right + ((nint)k * n);
            var source = right + column;
            for (var p = 0; p < k; p++)
            {
                var vector = PointerLanes.LoadUpTo(source, rightEnd);
                var place = p * left.DepthStride;
                sum0 = Fused.MultiplyAdd(Vector512.Create(factors0[place]), vector, sum0);
                sum1 = Fused.MultiplyAdd(Vector512.Create(factors1[place]), vector, sum1);
                sum2 = Fused.MultiplyAdd(Vector512.Create(factors2[place]), vector, sum2);
                sum3 = Fused.MultiplyAdd(Vector512.Create(factors3[place]), vector, sum3);
                source += n;
            }
            Store(sum0, row, column, end);
            Store(sum1, row + 1, column, end);
            Store(sum2, row + 2, column, end);
            Store(sum3, row + 3, column, end);
        }

        private void Store(Vector512<T> sum, int row, int column, int end)
        {
            if (row < m)
                PointerLanes.StoreUpTo(sum, destination + ((nint)row * n) + column, destination + ((nint)row * n) + end);
        }
    }
}
