namespace Denpa.Tables;

/// <summary>Finds the value that would stand at a place if values were sorted, sixteen bits at a time, without sorting them.</summary>
internal static class Selection
{
    private const int Bits = 16;
    private const int FewToSort = 1 << 10;

    /// <summary>The value that has so many smaller or equal ones before it.</summary>
    public static double Smallest(ReadOnlySpan<double> values, int rank)
    {
        double[]? kept = null;
        var counts = new int[1 << Bits];
        for (var shift = 64 - Bits; shift >= 0 && values.Length > FewToSort; shift -= Bits)
        {
            Array.Clear(counts);
            foreach (var value in values) counts[Digit(value, shift)]++;
            var digit = 0;
            for (; rank >= counts[digit]; digit++) rank -= counts[digit];
            kept = Keep(values, shift, digit, counts[digit]);
            values = kept;
        }
        kept ??= values.ToArray();
        Array.Sort(kept);
        return kept[rank];
    }

    private static double[] Keep(ReadOnlySpan<double> values, int shift, int digit, int count)
    {
        var kept = new double[count];
        var next = 0;
        foreach (var value in values)
            if (Digit(value, shift) == digit) kept[next++] = value;
        return kept;
    }

    /// <summary>Sixteen bits of a number's place in the order of all: the sign turned over, and with it the rest of negative ones.</summary>
    private static int Digit(double value, int shift)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var order = (ulong)(bits ^ ((bits >> 63) | long.MinValue));
        return (int)((order >> shift) & ((1 << Bits) - 1));
    }
}
