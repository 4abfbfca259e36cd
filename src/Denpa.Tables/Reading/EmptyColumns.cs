namespace Denpa.Tables;

/// <summary>
/// Finds the columns that have neither name nor value: those that delimiters at the ends of lines make, and those that spreadsheets leave.
/// </summary>
internal static class EmptyColumns
{
    /// <summary>The positions of the columns that are kept: all others, and all where nothing else would be left.</summary>
    public static int[] Kept(IReadOnlyList<RowGroup> groups, TableOptions options)
    {
        int width = groups[0].Segments.Length;
        int[] kept = [.. Enumerable.Range(0, width).Where(field => !groups.All(group => IsEmpty(group.Segments[field])))];
        return options.ColumnNames is not null || kept.Length == 0 ? [.. Enumerable.Range(0, width)] : kept;
    }

    private static bool IsEmpty(Segment segment)
    {
        Span<byte> scratch = stackalloc byte[Segment.ScratchLength];
        for (int row = 0; row < segment.Count; row++)
            if (!segment.Utf8(row, scratch).IsEmpty) return false;
        return true;
    }
}
