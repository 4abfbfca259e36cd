namespace Denpa.Kernels;

/// <summary>How a product is cut into blocks: by its shape, and no further than the caches ask for where there is one thread.</summary>
/// <param name="Rows">Rows of a block of the destination.</param>
/// <param name="Columns">Columns of a block of the destination, whole panels of the right operand.</param>
/// <param name="Steps">Steps of the summed axis at a time.</param>
/// <param name="PacksRight">Whether the right operand's part is packed, or read in place.</param>
/// <param name="PacksLeft">Whether the left operand's rows are packed, <see cref="PackedRows"/> at a time, or read in place.</param>
internal readonly record struct BlockSize(int Rows, int Columns, int Steps, bool PacksRight, bool PacksLeft)
{
    /// <summary>The most bytes of a part of the right operand, but for a single panel: it stays in the second-level cache.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>The rows of the left operand that are packed at a time: whole cache lines, and whole tiles of any height.</summary>
    public const int PackedRows = 48;

    // More steps at a time than the cache holds columns for would cost more than the storing and loading of sums between slabs.
    private const int MostSteps = 1024;

    // Two, three or four threads share so many blocks evenly enough; fewer where each cut costs packing.
    private const int WantedBlocks = 24;
    private const int WantedPackedBlocks = 16;
    private const int WantedRepackedBlocks = 4;

    // Of a packed product, blocks of so many columns and rows lose next to nothing by the cutting.
    private const int WideColumns = 128;
    private const int TallRows = 256;

    // Rows are cut evenly rather than into whole tiles: what hangs over goes by a lower tile at nearly full speed.
    private const int RowUnit = 4;

    // Multiplications of a block that is worth its own handing out: about two microseconds.
    private const long LeastWork = 200_000;

    // Elements of a block's destination and left operand that are worth the same.
    private const long LeastElements = 4096;

    // Where the right operand's rows lie a page apart and this many rows or more of the left operand pass by, packing it costs less
    // than the page walks of reading it in place.
    private const int PageBytes = 4096;
    private const int ManyRows = 48;

    // The same for the left operand, where each element is read once for every panel of columns.
    private const int FarBytes = 2048;
    private const int ManyPanels = 4;

    /// <summary>Chooses the blocks of a product.</summary>
    /// <param name="m">Rows of the destination.</param>
    /// <param name="n">Columns of the destination.</param>
    /// <param name="k">The length of the summed axis.</param>
    /// <param name="leftIsTransposed">Whether the left operand is stored transposed, so that its steps lie apart.</param>
    /// <param name="rightIsTransposed">Whether the right operand is stored transposed, so that it must be packed.</param>
    /// <param name="elementBytes">The size of an element.</param>
    /// <param name="tileRows">Rows of the largest tile.</param>
    /// <param name="panelColumns">Columns of a panel of the right operand.</param>
    /// <param name="isShared">Whether several threads share the blocks.</param>
    public static BlockSize Choose(
        int m,
        int n,
        int k,
        bool leftIsTransposed,
        bool rightIsTransposed,
        int elementBytes,
        int tileRows,
        int panelColumns,
        bool isShared)
    {
        bool packs = rightIsTransposed || (m >= ManyRows && (long)n * elementBytes >= PageBytes);
        bool packsLeftIfWide = leftIsTransposed && (long)m * elementBytes >= FarBytes;
        int steps = Blocking.Even(k, MostSteps, 1);
        int rows = m;
        int columns = packs || m > tileRows ? Blocking.Even(n, MostBytes / elementBytes / steps, panelColumns) : n;
        while (isShared && (long)rows * columns * k >= 2 * LeastWork)
        {
            int blocks = Blocking.Count(m, rows) * Blocking.Count(n, columns);
            if (blocks >= (packs ? WantedPackedBlocks : WantedBlocks))
                break;
            // Where both operands are packed, or neither, square blocks share the most of what they read.
            bool cutsColumns = packs && !packsLeftIfWide ? columns >= 2 * WideColumns || rows < 2 * TallRows : columns >= rows;
            if (cutsColumns && columns > panelColumns)
                columns = Blocking.Half(columns, panelColumns);
            else if (rows > tileRows && (!packs || rows >= 2 * TallRows || blocks < WantedRepackedBlocks))
                rows = Blocking.Half(rows, RowUnit);
            else
                break;
        }
        // What little is multiplied for the elements it takes is still worth sharing where there are many of them.
        while (isShared && !packs && rows > tileRows && (long)rows * (columns + k) >= 2 * LeastElements
            && Blocking.Count(m, rows) < WantedRepackedBlocks)
        {
            rows = Blocking.Half(rows, RowUnit);
        }

        bool packsLeft = packsLeftIfWide && columns >= ManyPanels * panelColumns;
        return new BlockSize(rows, columns, steps, packs, packsLeft);
    }
}
