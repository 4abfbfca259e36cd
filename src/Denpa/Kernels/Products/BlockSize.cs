namespace Denpa.Kernels;

/// <summary>How a product is cut into blocks. It depends on the shape alone.</summary>
/// <param name="Rows">Rows of a block of the destination, whole panels of the left operand.</param>
/// <param name="Columns">Columns of a block of the destination, whole panels of the right operand.</param>
/// <param name="Steps">Steps of the summed axis at a time.</param>
/// <param name="PacksRight">Whether panels of the right operand are packed, or read in place.</param>
internal readonly record struct BlockSize(int Rows, int Columns, int Steps, bool PacksRight)
{
    // A block of the left operand, 320 steps at most, stays in the second-level cache.
    private const int MostRows = 768;
    private const int MostColumns = 256;

    // Four, three and two threads share so many blocks evenly enough.
    private const int WantedBlocks = 24;

    // Multiplications of a block that is worth its own handing out: about two microseconds.
    private const long LeastWork = 200_000;

    /// <summary>One block, for a product that stays on its caller.</summary>
    public static BlockSize Whole(int m, int n, int steps, bool packsRight) => new(m, n, steps, packsRight);

    /// <summary>Blocks for threads to share.</summary>
    /// <param name="m">Rows of the destination.</param>
    /// <param name="n">Columns of the destination.</param>
    /// <param name="k">The length of the summed axis.</param>
    /// <param name="steps">Steps of the summed axis at a time.</param>
    /// <param name="packsRight">Whether panels of the right operand are packed.</param>
    /// <param name="panelRows">Rows of a panel of the left operand.</param>
    /// <param name="panelColumns">Columns of a panel of the right operand.</param>
    public static BlockSize Shared(int m, int n, int k, int steps, bool packsRight, int panelRows, int panelColumns)
    {
        var rows = Part(m, Parts.Count(m, MostRows), panelRows);
        var columns = Part(n, Parts.Count(n, MostColumns), panelColumns);
        while (Parts.Count(m, rows) * Parts.Count(n, columns) < WantedBlocks && (long)rows * columns * k >= 2 * LeastWork)
        {
            if (columns > panelColumns)
                columns = Part(columns, 2, panelColumns);
            else if (rows > panelRows)
                rows = Part(rows, 2, panelRows);
            else
                break;
        }
        return new BlockSize(rows, columns, steps, packsRight);
    }

    // A length cut into parts, rounded up to whole panels.
    private static int Part(int length, int parts, int panel) => Parts.Count(Parts.Count(length, parts), panel) * panel;
}
