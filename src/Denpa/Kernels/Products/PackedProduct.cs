using System.Buffers;
using System.Numerics;

namespace Denpa.Kernels;

/// <summary>
/// The blocked matrix product. The summed axis is cut into slabs whose packed operands fit in the scratch memory; for each slab both
/// operands are packed (<see cref="Panels"/>), then every tile of the destination goes on with its sums (<see cref="PackedTiles{T, TEpilogue}"/>).
/// </summary>
internal static unsafe class PackedProduct<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>So many steps of a right panel (32 KiB) stay in the first-level cache while all left panels of a tile pass by.</summary>
    public const int DepthBlock = 256;

    private const int ScratchBytes = 8 << 20;

    // The width of a vector and of a cache line.
    private const int Alignment = 64;

    /// <summary>destination [m, n] = left [m, k] · right [k, n]; no length is zero.</summary>
    public static void Multiply<TEpilogue>(
        in MatrixOperand<T> left, in MatrixOperand<T> right, T* destination, int m, int n, int k, in TEpilogue epilogue)
        where TEpilogue : struct, ITileEpilogue<T>
    {
        var leftLines = Panels.Count(m, MicroKernel<T>.Rows) * (long)MicroKernel<T>.Rows;
        var rightLines = Panels.Count(n, MicroKernel<T>.Columns) * (long)MicroKernel<T>.Columns;
        var slabDepth = SlabDepth(k, (leftLines + rightLines) * sizeof(T));
        var scratch = ArrayPool<T>.Shared.Rent(checked((int)((leftLines + rightLines) * slabDepth) + (Alignment / sizeof(T))));
        fixed (T* scratchStart = scratch)
        {
            var packedRight = (T*)(((nuint)scratchStart + Alignment - 1) & ~(nuint)(Alignment - 1));
            var packedLeft = packedRight + (rightLines * slabDepth);
            for (var start = 0; start < k; start += slabDepth)
            {
                var depth = Math.Min(slabDepth, k - start);
                Pack(left, MicroKernel<T>.Rows, start, depth, packedLeft);
                Pack(right, MicroKernel<T>.Columns, start, depth, packedRight);
                var tiles = new PackedTiles<T, TEpilogue>(
                    packedLeft, packedRight, depth, destination, m, n, isFirst: start == 0, isLast: start + depth == k, epilogue);
                WorkerPool.For(tiles.Count, 1, tiles, cost: (long)m * n * depth / 64);
            }
        }
        ArrayPool<T>.Shared.Return(scratch);
    }

    private static int SlabDepth(int k, long bytesPerStep)
    {
        var fitting = Math.Max(1, ScratchBytes / bytesPerStep);
        if (fitting >= k)
            return k;
        return (int)(fitting < DepthBlock ? fitting : fitting - (fitting % DepthBlock));
    }

    private static void Pack(in MatrixOperand<T> operand, int width, int start, int depth, T* packed)
    {
        var body = new PackBody(operand, width, start, depth, packed);
        WorkerPool.For(Panels.Count(operand.Lines, width), 1, body, cost: (long)operand.Lines * depth / 2);
    }

    private readonly struct PackBody(MatrixOperand<T> operand, int width, int start, int depth, T* packed) : IRangeBody
    {
        public void Run(int firstPanel, int endPanel)
        {
            for (var panel = firstPanel; panel < endPanel; panel++)
                Panels.Pack(operand, panel * width, width, start, depth, packed + ((nint)panel * width * depth));
        }
    }
}
