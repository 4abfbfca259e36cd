using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Kernels;

/// <summary>
/// A column of tiles: all rows of a block by one panel of the right operand, cut into tiles of the sizes that the tile kernel is
/// compiled for. The panel stays in the first-level cache while the rows pass by.
/// </summary>
internal static unsafe class TileColumn<T, TVector, TVectors>
    where T : unmanaged, INumber<T>
    where TVector : unmanaged
    where TVectors : struct, IVectors<T, TVector>
{
    /// <summary>The rows of the largest tile, and of a packed panel of the left operand.</summary>
    public static int PanelRows => TVectors.HasManyRegisters ? 12 : 6;

    /// <summary>The columns of the largest tile, and of a packed panel of the right operand.</summary>
    public static int PanelColumns => 2 * TVectors.Count;

    /// <summary>The width of the next column where so many rows and columns are left: few rows take four vectors at once.</summary>
    public static int Width(int rows, int columns)
        => rows <= 4 && columns > 3 * TVectors.Count ? Math.Min(columns, 4 * TVectors.Count) : Math.Min(columns, PanelColumns);

    /// <summary>Does the work of the column's first row, and of all rows below.</summary>
    /// <param name="work">The work of the first row.</param>
    /// <param name="panelStride">The distance of the left operand's panels of <see cref="PanelRows"/> rows.</param>
    /// <param name="rows">The number of rows.</param>
    public static void Run(TileWork<T> work, nint panelStride, int rows)
    {
        if (work.Columns <= TVectors.Count)
            RunPanels<One>(work, panelStride, rows);
        else if (work.Columns <= 2 * TVectors.Count)
            RunPanels<Two>(work, panelStride, rows);
        else
            RunRest<Four>(work, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunPanels<TAcross>(TileWork<T> work, nint panelStride, int rows)
        where TAcross : struct, ICount
    {
        for (; rows >= PanelRows; rows -= PanelRows)
        {
            if (TVectors.HasManyRegisters)
                TileKernel<T, TVector, TVectors, Twelve, TAcross>.Run(work);
            else
                TileKernel<T, TVector, TVectors, Six, TAcross>.Run(work);
            work.Left += panelStride;
            work.Tile += PanelRows * work.TileStride;
        }
        if (TVectors.HasManyRegisters && rows >= 8)
        {
            TileKernel<T, TVector, TVectors, Eight, TAcross>.Run(work);
            work.Descend(8);
            rows -= 8;
        }
        RunRest<TAcross>(work, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunRest<TAcross>(TileWork<T> work, int rows)
        where TAcross : struct, ICount
    {
        if (rows >= 4)
        {
            TileKernel<T, TVector, TVectors, Four, TAcross>.Run(work);
            work.Descend(4);
            rows -= 4;
        }
        if (rows >= 2)
        {
            TileKernel<T, TVector, TVectors, Two, TAcross>.Run(work);
            work.Descend(2);
            rows -= 2;
        }
        if (rows == 1)
            TileKernel<T, TVector, TVectors, One, TAcross>.Run(work);
    }
}
