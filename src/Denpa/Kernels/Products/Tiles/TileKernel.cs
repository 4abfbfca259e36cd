using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// The innermost loop of the matrix product: a tile of a few rows by a few vectors, held in registers, to which each step of the summed
/// axis adds the outer product of one element of each left row with the vectors of one right row.
/// </summary>
/// <remarks>
/// Both operands are read where they lie, packed or not: the left elements, one by one, at any two strides; the vectors of the right
/// at any distance from step to step. The largest tile, 12 by 2 vectors of AVX-512, keeps 24 sums, 2 vectors of the right and one
/// element of the left in 27 of 32 registers; 24 independent sums hide the latency of both multipliers three times over, and the 14
/// loads of a step hide behind its 24 multiply-adds. With 16 registers the largest tile is 6 by 2.
/// </remarks>
/// <typeparam name="T">The element type, float or double.</typeparam>
/// <typeparam name="TLanes">The vectors.</typeparam>
/// <typeparam name="TRows">The tile's rows, up to 12.</typeparam>
/// <typeparam name="TAcross">The tile's vectors from left to right: up to 4 for at most 4 rows, else up to 2.</typeparam>
/// <typeparam name="TEdge">Whether the last vector lies partly beyond the tile's edge.</typeparam>
internal static unsafe class TileKernel<T, TLanes, TRows, TAcross, TEdge>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where TRows : struct, ICount
    where TAcross : struct, ICount
    where TEdge : struct, IEdge
{
    /// <summary>Adds the products of a work's steps to its tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in TileWork<T> work)
    {
        // The sums of row i are aᵢ to dᵢ, from left to right; rows and vectors that the tile has not are compiled away.
        TLanes a0 = TLanes.Zero, b0 = TLanes.Zero, c0 = TLanes.Zero, d0 = TLanes.Zero;
        TLanes a1 = TLanes.Zero, b1 = TLanes.Zero, c1 = TLanes.Zero, d1 = TLanes.Zero;
        TLanes a2 = TLanes.Zero, b2 = TLanes.Zero, c2 = TLanes.Zero, d2 = TLanes.Zero;
        TLanes a3 = TLanes.Zero, b3 = TLanes.Zero, c3 = TLanes.Zero, d3 = TLanes.Zero;
        TLanes a4 = TLanes.Zero, b4 = TLanes.Zero;
        TLanes a5 = TLanes.Zero, b5 = TLanes.Zero;
        TLanes a6 = TLanes.Zero, b6 = TLanes.Zero;
        TLanes a7 = TLanes.Zero, b7 = TLanes.Zero;
        TLanes a8 = TLanes.Zero, b8 = TLanes.Zero;
        TLanes a9 = TLanes.Zero, b9 = TLanes.Zero;
        TLanes a10 = TLanes.Zero, b10 = TLanes.Zero;
        TLanes a11 = TLanes.Zero, b11 = TLanes.Zero;
        var tile = work.Tile;
        var tileStride = work.TileStride;
        var tail = TLanes.FirstLanes(work.Columns - ((TAcross.Value - 1) * TLanes.Count));
        if (work.Accumulate)
        {
            LoadRow(0, tile, tileStride, tail, ref a0, ref b0, ref c0, ref d0);
            LoadRow(1, tile, tileStride, tail, ref a1, ref b1, ref c1, ref d1);
            LoadRow(2, tile, tileStride, tail, ref a2, ref b2, ref c2, ref d2);
            LoadRow(3, tile, tileStride, tail, ref a3, ref b3, ref c3, ref d3);
            LoadRow(4, tile, tileStride, tail, ref a4, ref b4);
            LoadRow(5, tile, tileStride, tail, ref a5, ref b5);
            LoadRow(6, tile, tileStride, tail, ref a6, ref b6);
            LoadRow(7, tile, tileStride, tail, ref a7, ref b7);
            LoadRow(8, tile, tileStride, tail, ref a8, ref b8);
            LoadRow(9, tile, tileStride, tail, ref a9, ref b9);
            LoadRow(10, tile, tileStride, tail, ref a10, ref b10);
            LoadRow(11, tile, tileStride, tail, ref a11, ref b11);
        }
        // In bytes, and odd multiples by name: what is left to the address of each load is one index times 1, 2, 4 or 8, so that a step
        // moves three pointers and no more.
        var left = (byte*)work.Left;
        var right = (byte*)work.Right;
        var stride = work.RowStride * sizeof(T);
        var (stride3, stride5, stride7, stride9, stride11) = (3 * stride, 5 * stride, 7 * stride, 9 * stride, 11 * stride);
        var stepStride = work.StepStride * sizeof(T);
        var rightStride = work.RightStride * sizeof(T);
        // The rows of the tile below, which another core may have written: all are asked for by the time that this tile is done.
        var below = left + (TRows.Value * stride);
        nint belowStride = work.StepStride == 1 ? TRows.Value * sizeof(T) : 0;
        for (var steps = work.Steps; steps > 0; steps--)
        {
            Prefetch.Line(below);
            below += belowStride;
            var (a, b, c, d) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            LoadVectors((T*)right, tail, ref a, ref b, ref c, ref d);
            Step(0, left, a, b, c, d, ref a0, ref b0, ref c0, ref d0);
            Step(1, left + stride, a, b, c, d, ref a1, ref b1, ref c1, ref d1);
            Step(2, left + (2 * stride), a, b, c, d, ref a2, ref b2, ref c2, ref d2);
            Step(3, left + stride3, a, b, c, d, ref a3, ref b3, ref c3, ref d3);
            Step(4, left + (4 * stride), a, b, ref a4, ref b4);
            Step(5, left + stride5, a, b, ref a5, ref b5);
            Step(6, left + (2 * stride3), a, b, ref a6, ref b6);
            Step(7, left + stride7, a, b, ref a7, ref b7);
            Step(8, left + (8 * stride), a, b, ref a8, ref b8);
            Step(9, left + stride9, a, b, ref a9, ref b9);
            Step(10, left + (2 * stride5), a, b, ref a10, ref b10);
            Step(11, left + stride11, a, b, ref a11, ref b11);
            left += stepStride;
            right += rightStride;
        }
        StoreRow(0, tile, tileStride, tail, a0, b0, c0, d0);
        StoreRow(1, tile, tileStride, tail, a1, b1, c1, d1);
        StoreRow(2, tile, tileStride, tail, a2, b2, c2, d2);
        StoreRow(3, tile, tileStride, tail, a3, b3, c3, d3);
        StoreRow(4, tile, tileStride, tail, a4, b4);
        StoreRow(5, tile, tileStride, tail, a5, b5);
        StoreRow(6, tile, tileStride, tail, a6, b6);
        StoreRow(7, tile, tileStride, tail, a7, b7);
        StoreRow(8, tile, tileStride, tail, a8, b8);
        StoreRow(9, tile, tileStride, tail, a9, b9);
        StoreRow(10, tile, tileStride, tail, a10, b10);
        StoreRow(11, tile, tileStride, tail, a11, b11);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        int row,
        byte* left,
        TLanes a,
        TLanes b,
        TLanes c,
        TLanes d,
        ref TLanes sumA,
        ref TLanes sumB,
        ref TLanes sumC,
        ref TLanes sumD)
    {
        if (row >= TRows.Value)
            return;
        var factor = TLanes.Fill(*(T*)left);
        sumA = TLanes.MultiplyAdd(factor, a, sumA);
        if (TAcross.Value > 1)
            sumB = TLanes.MultiplyAdd(factor, b, sumB);
        if (TAcross.Value > 2)
            sumC = TLanes.MultiplyAdd(factor, c, sumC);
        if (TAcross.Value > 3)
            sumD = TLanes.MultiplyAdd(factor, d, sumD);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(int row, byte* left, TLanes a, TLanes b, ref TLanes sumA, ref TLanes sumB)
    {
        if (row >= TRows.Value)
            return;
        var factor = TLanes.Fill(*(T*)left);
        sumA = TLanes.MultiplyAdd(factor, a, sumA);
        if (TAcross.Value > 1)
            sumB = TLanes.MultiplyAdd(factor, b, sumB);
    }

    // The last vector goes through the mask.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadVectors(T* source, TLanes tail, ref TLanes a, ref TLanes b, ref TLanes c, ref TLanes d)
    {
        a = Load(source, 0, tail);
        if (TAcross.Value > 1)
            b = Load(source, 1, tail);
        if (TAcross.Value > 2)
            c = Load(source, 2, tail);
        if (TAcross.Value > 3)
            d = Load(source, 3, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Load(T* source, int place, TLanes tail)
        => TEdge.IsRagged && place == TAcross.Value - 1
            ? TLanes.Load(source + (place * TLanes.Count), tail)
            : TLanes.Load(source + (place * TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadRow(
        int row, T* tile, nint stride, TLanes tail, ref TLanes a, ref TLanes b, ref TLanes c, ref TLanes d)
    {
        if (row < TRows.Value)
            LoadVectors(tile + (row * stride), tail, ref a, ref b, ref c, ref d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadRow(int row, T* tile, nint stride, TLanes tail, ref TLanes a, ref TLanes b)
    {
        if (row >= TRows.Value)
            return;
        a = Load(tile + (row * stride), 0, tail);
        if (TAcross.Value > 1)
            b = Load(tile + (row * stride), 1, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(int row, T* tile, nint stride, TLanes tail, TLanes a, TLanes b, TLanes c, TLanes d)
    {
        StoreRow(row, tile, stride, tail, a, b);
        if (row >= TRows.Value)
            return;
        if (TAcross.Value > 2)
            Store(c, tile + (row * stride), 2, tail);
        if (TAcross.Value > 3)
            Store(d, tile + (row * stride), 3, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(int row, T* tile, nint stride, TLanes tail, TLanes a, TLanes b)
    {
        if (row >= TRows.Value)
            return;
        Store(a, tile + (row * stride), 0, tail);
        if (TAcross.Value > 1)
            Store(b, tile + (row * stride), 1, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TLanes vector, T* target, int place, TLanes tail)
    {
        if (TEdge.IsRagged && place == TAcross.Value - 1)
            vector.Store(target + (place * TLanes.Count), tail);
        else
            vector.Store(target + (place * TLanes.Count));
    }
}
