using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Kernels;

/// <summary>
/// The innermost loop of the packed product: a tile of 8 rows by 2 vectors held in 16 registers, to which each step of the summed axis
/// adds the outer product of 8 elements of the left and 2 vectors of the right panel.
/// </summary>
internal static unsafe class MicroKernel<T>
    where T : unmanaged, INumber<T>
{
    public const int Rows = 8;

    public static int Columns => 2 * Vector512<T>.Count;

    /// <summary>Adds <paramref name="depth"/> steps of the product of two panels to a tile.</summary>
    /// <param name="left">[depth, Rows].</param>
    /// <param name="right">[depth, Columns].</param>
    /// <param name="depth">The number of steps.</param>
    /// <param name="tile">[Rows, Columns], with <paramref name="stride"/> elements from row to row.</param>
    /// <param name="stride">The distance of the tile's rows.</param>
    /// <param name="accumulate">Whether the sums go on from what the tile holds, or start at zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(T* left, T* right, int depth, T* tile, nint stride, bool accumulate)
    {
        var width = Vector512<T>.Count;
        Vector512<T> c00 = default, c10 = default, c20 = default, c30 = default, c40 = default, c50 = default, c60 = default, c70 = default;
        Vector512<T> c01 = default, c11 = default, c21 = default, c31 = default, c41 = default, c51 = default, c61 = default, c71 = default;
        if (accumulate)
        {
            Load(tile, width, out c00, out c01);
            Load(tile + stride, width, out c10, out c11);
            Load(tile + (2 * stride), width, out c20, out c21);
            Load(tile + (3 * stride), width, out c30, out c31);
            Load(tile + (4 * stride), width, out c40, out c41);
            Load(tile + (5 * stride), width, out c50, out c51);
            Load(tile + (6 * stride), width, out c60, out c61);
            Load(tile + (7 * stride), width, out c70, out c71);
        }
        for (var step = 0; step < depth; step++)
        {
            var right0 = Vector512.Load(right);
            var right1 = Vector512.Load(right + width);
            Step(left[0], right0, right1, ref c00, ref c01);
            Step(left[1], right0, right1, ref c10, ref c11);
            Step(left[2], right0, right1, ref c20, ref c21);
            Step(left[3], right0, right1, ref c30, ref c31);
            Step(left[4], right0, right1, ref c40, ref c41);
            Step(left[5], right0, right1, ref c50, ref c51);
            Step(left[6], right0, right1, ref c60, ref c61);
            Step(left[7], right0, right1, ref c70, ref c71);
            left += Rows;
            right += 2 * width;
        }
        Store(tile, width, c00, c01);
        Store(tile + stride, width, c10, c11);
        Store(tile + (2 * stride), width, c20, c21);
        Store(tile + (3 * stride), width, c30, c31);
        Store(tile + (4 * stride), width, c40, c41);
        Store(tile + (5 * stride), width, c50, c51);
        Store(tile + (6 * stride), width, c60, c61);
        Store(tile + (7 * stride), width, c70, c71);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(T left, Vector512<T> right0, Vector512<T> right1, ref Vector512<T> sum0, ref Vector512<T> sum1)
    {
        var factor = Vector512.Create(left);
        sum0 = Fused.MultiplyAdd(factor, right0, sum0);
        sum1 = Fused.MultiplyAdd(factor, right1, sum1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(T* row, int width, out Vector512<T> vector0, out Vector512<T> vector1)
    {
        vector0 = Vector512.Load(row);
        vector1 = Vector512.Load(row + width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* row, int width, Vector512<T> vector0, Vector512<T> vector1)
    {
        vector0.Store(row);
        vector1.Store(row + width);
    }
}
