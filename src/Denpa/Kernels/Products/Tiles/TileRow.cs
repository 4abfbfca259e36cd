using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// A row of tiles: a few rows of a block by all its columns. The rows of the left operand stay in the first-level cache while the
/// panels of the right one pass by from the second-level cache.
/// </summary>
internal static unsafe class TileRow<T, TLanes>
    where T : unmanaged, INumber<T>
    where TLanes : unmanaged, ILanes<TLanes, T>
{
    /// <summary>The rows of the largest tile.</summary>
    public static int MostRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.HasManyRegisters ? 12 : 6;
    }

    /// <summary>The columns of the largest tile, and of a packed panel of the right operand.</summary>
    public static int PanelColumns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TLanes.Count;
    }

    /// <summary>The rows of the tile to take where so many rows are left: the remainder of tiles goes through smaller ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Height(int rows)
        => rows >= MostRows ? MostRows
        : TLanes.HasManyRegisters && rows >= 8 ? 8
        : rows >= 4 ? 4
        : rows >= 2 ? 2
        : 1;

    /// <summary>Does the work of the first tile, and of all tiles to its right.</summary>
    /// <param name="work">The work of the first tile.</param>
    /// <param name="panelStride">The distance of the panels of the right operand.</param>
    /// <param name="rows">A number of rows that <see cref="Height"/> gave.</param>
    /// <param name="columns">The columns of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(ref TileWork<T> work, nint panelStride, int rows, int columns)
    {
        if (TLanes.HasManyRegisters && rows == 12)
            RunTiles<Twelve>(ref work, panelStride, columns);
        else if (TLanes.HasManyRegisters && rows == 8)
            RunTiles<Eight>(ref work, panelStride, columns);
        else if (!TLanes.HasManyRegisters && rows == 6)
            RunTiles<Six>(ref work, panelStride, columns);
        else if (rows == 4)
            RunTiles<Four>(ref work, panelStride, columns);
        else if (rows == 2)
            RunTiles<Two>(ref work, panelStride, columns);
        else
            RunTiles<One>(ref work, panelStride, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunTiles<TRows>(ref TileWork<T> work, nint panelStride, int columns)
        where TRows : struct, ICount
    {
        // Tiles of few rows have registers left for four vectors, where the panels are neighbours.
        if (TRows.Value <= (TLanes.HasManyRegisters ? 4 : 2) && panelStride == PanelColumns)
        {
            for (; columns > 3 * TLanes.Count; columns -= 4 * TLanes.Count)
            {
                work.Columns = Math.Min(columns, 4 * TLanes.Count);
                RunTile<TRows, Four>(work);
                work.MoveRight(4 * TLanes.Count, 2 * panelStride);
            }
        }

        for (; columns > TLanes.Count; columns -= PanelColumns)
        {
            work.Columns = Math.Min(columns, PanelColumns);
            RunTile<TRows, Two>(work);
            work.MoveRight(PanelColumns, panelStride);
        }

        if (columns > 0)
        {
            work.Columns = columns;
            RunTile<TRows, One>(work);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunTile<TRows, TAcross>(in TileWork<T> work)
        where TRows : struct, ICount
        where TAcross : struct, ICount
    {
        if (work.Columns == TAcross.Value * TLanes.Count)
            TileKernel<T, TLanes, TRows, TAcross, WholeEdge>.Run(work);
        else
            TileKernel<T, TLanes, TRows, TAcross, RaggedEdge>.Run(work);
    }
}
