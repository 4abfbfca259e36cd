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
        T* tile = work.Tile;
        nint tileStride = work.TileStride;
        TLanes tail = TLanes.FirstLanes(work.Columns - ((TAcross.Value - 1) * TLanes.Count));
        if (work.Accumulate)
        {
            LoadVectors(tile, tail, ref a0, ref b0, ref c0, ref d0);
            if (TRows.Value >= 2)
                LoadVectors(tile + tileStride, tail, ref a1, ref b1, ref c1, ref d1);
            if (TRows.Value >= 4)
            {
                LoadVectors(tile + (2 * tileStride), tail, ref a2, ref b2, ref c2, ref d2);
                LoadVectors(tile + (3 * tileStride), tail, ref a3, ref b3, ref c3, ref d3);
            }

            if (TRows.Value >= 6)
            {
                LoadVectors(tile + (4 * tileStride), tail, ref a4, ref b4);
                LoadVectors(tile + (5 * tileStride), tail, ref a5, ref b5);
            }

            if (TRows.Value >= 8)
            {
                LoadVectors(tile + (6 * tileStride), tail, ref a6, ref b6);
                LoadVectors(tile + (7 * tileStride), tail, ref a7, ref b7);
            }

            if (TRows.Value >= 12)
            {
                LoadVectors(tile + (8 * tileStride), tail, ref a8, ref b8);
                LoadVectors(tile + (9 * tileStride), tail, ref a9, ref b9);
                LoadVectors(tile + (10 * tileStride), tail, ref a10, ref b10);
                LoadVectors(tile + (11 * tileStride), tail, ref a11, ref b11);
            }
        }
        // In bytes, and odd multiples by name: what is left to the address of each load is one index times 1, 2, 4 or 8, so that a step
        // moves three pointers and no more.
        byte* left = (byte*)work.Left;
        byte* right = (byte*)work.Right;
        nint stride = work.RowStride * sizeof(T);
        (nint stride3, nint stride5, nint stride7, nint stride9, nint stride11) =
            (3 * stride, 5 * stride, 7 * stride, 9 * stride, 11 * stride);
        nint stepStride = work.StepStride * sizeof(T);
        nint rightStride = work.RightStride * sizeof(T);
        // The rows of the tile below, which another core may have written: all are asked for by the time that this tile is done.
        byte* below = left + (TRows.Value * stride);
        nint belowStride = work.StepStride == 1 ? TRows.Value * sizeof(T) : 0;
        for (int steps = work.Steps; steps > 0; steps--)
        {
            Prefetch.Line(below);
            below += belowStride;
            (TLanes a, TLanes b, TLanes c, TLanes d) = (TLanes.Zero, TLanes.Zero, TLanes.Zero, TLanes.Zero);
            LoadVectors((T*)right, tail, ref a, ref b, ref c, ref d);
            Step(left, a, b, c, d, ref a0, ref b0, ref c0, ref d0);
            if (TRows.Value >= 2)
                Step(left + stride, a, b, c, d, ref a1, ref b1, ref c1, ref d1);
            if (TRows.Value >= 4)
            {
                Step(left + (2 * stride), a, b, c, d, ref a2, ref b2, ref c2, ref d2);
                Step(left + stride3, a, b, c, d, ref a3, ref b3, ref c3, ref d3);
            }

            if (TRows.Value >= 6)
            {
                Step(left + (4 * stride), a, b, ref a4, ref b4);
                Step(left + stride5, a, b, ref a5, ref b5);
            }

            if (TRows.Value >= 8)
            {
                Step(left + (2 * stride3), a, b, ref a6, ref b6);
                Step(left + stride7, a, b, ref a7, ref b7);
            }

            if (TRows.Value >= 12)
            {
                Step(left + (8 * stride), a, b, ref a8, ref b8);
                Step(left + stride9, a, b, ref a9, ref b9);
                Step(left + (2 * stride5), a, b, ref a10, ref b10);
                Step(left + stride11, a, b, ref a11, ref b11);
            }

            left += stepStride;
            right += rightStride;
        }

        StoreVectors(tile, tail, a0, b0, c0, d0);
        if (TRows.Value >= 2)
            StoreVectors(tile + tileStride, tail, a1, b1, c1, d1);
        if (TRows.Value >= 4)
        {
            StoreVectors(tile + (2 * tileStride), tail, a2, b2, c2, d2);
            StoreVectors(tile + (3 * tileStride), tail, a3, b3, c3, d3);
        }

        if (TRows.Value >= 6)
        {
            StoreVectors(tile + (4 * tileStride), tail, a4, b4);
            StoreVectors(tile + (5 * tileStride), tail, a5, b5);
        }

        if (TRows.Value >= 8)
        {
            StoreVectors(tile + (6 * tileStride), tail, a6, b6);
            StoreVectors(tile + (7 * tileStride), tail, a7, b7);
        }

        if (TRows.Value >= 12)
        {
            StoreVectors(tile + (8 * tileStride), tail, a8, b8);
            StoreVectors(tile + (9 * tileStride), tail, a9, b9);
            StoreVectors(tile + (10 * tileStride), tail, a10, b10);
            StoreVectors(tile + (11 * tileStride), tail, a11, b11);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
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
        TLanes factor = TLanes.Broadcast((T*)left);
        sumA = TLanes.MultiplyAdd(factor, a, sumA);
        if (TAcross.Value > 1)
            sumB = TLanes.MultiplyAdd(factor, b, sumB);
        if (TAcross.Value > 2)
            sumC = TLanes.MultiplyAdd(factor, c, sumC);
        if (TAcross.Value > 3)
            sumD = TLanes.MultiplyAdd(factor, d, sumD);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(byte* left, TLanes a, TLanes b, ref TLanes sumA, ref TLanes sumB)
    {
        TLanes factor = TLanes.Broadcast((T*)left);
        sumA = TLanes.MultiplyAdd(factor, a, sumA);
        if (TAcross.Value > 1)
            sumB = TLanes.MultiplyAdd(factor, b, sumB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadVectors(T* source, TLanes tail, ref TLanes a, ref TLanes b, ref TLanes c, ref TLanes d)
    {
        LoadVectors(source, tail, ref a, ref b);
        if (TAcross.Value > 2)
            c = Load(source, 2, tail);
        if (TAcross.Value > 3)
            d = Load(source, 3, tail);
    }

    // The last vector goes through the mask.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Load(T* source, int place, TLanes tail)
        => TEdge.IsRagged && place == TAcross.Value - 1
            ? TLanes.Load(source + (place * TLanes.Count), tail)
            : TLanes.Load(source + (place * TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadVectors(T* source, TLanes tail, ref TLanes a, ref TLanes b)
    {
        a = Load(source, 0, tail);
        if (TAcross.Value > 1)
            b = Load(source, 1, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreVectors(T* target, TLanes tail, TLanes a, TLanes b, TLanes c, TLanes d)
    {
        StoreVectors(target, tail, a, b);
        if (TAcross.Value > 2)
            Store(c, target, 2, tail);
        if (TAcross.Value > 3)
            Store(d, target, 3, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreVectors(T* target, TLanes tail, TLanes a, TLanes b)
    {
        Store(a, target, 0, tail);
        if (TAcross.Value > 1)
            Store(b, target, 1, tail);
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
