namespace Denpa.Kernels;

/// <summary>Lengths cut into blocks.</summary>
internal static class Blocking
{
    /// <summary>The number of blocks of a size that a length takes, the last of which may be incomplete.</summary>
    public static int Count(int length, int size) => (int)(((uint)length + (uint)size - 1) / (uint)size);

    /// <summary>
    /// The size of the fewest blocks that are at most so long, all about alike, in whole units; one unit where even that is longer.
    /// </summary>
    public static int Even(int length, int most, int unit)
    {
        int units = Count(length, unit);
        int mostUnits = Math.Max(1, most / unit);
        return Count(units, Count(units, mostUnits)) * unit;
    }

    /// <summary>Half a length, rounded up to whole units.</summary>
    public static int Half(int length, int unit) => Count(Count(length, unit), 2) * unit;
}
