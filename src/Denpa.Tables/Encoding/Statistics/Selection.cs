using System.Buffers;
using System.Runtime.CompilerServices;

namespace Denpa.Tables;

/// <summary>Finds the value that would stand at a place if values were sorted, sixteen bits at a time, without sorting them.</summary>
internal static class Selection
{
    private const int Bits = 16;
    private const int FewToSort = 1 << 10;

    /// <summary>The value that has so many smaller or equal ones before it.</summary>
    /// <param name="values">The values.</param>
    /// <param name="rank">How many stand before it.</param>
    /// <param name="next">The value behind it, or itself where it is the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Smallest(ReadOnlySpan<double> values, int rank, out double next)
    {
        int[] counts = ArrayPool<int>.Shared.Rent(1 << Bits);
        double[]? rented = null;
        ReadOnlySpan<double> kept = values;
        for (int shift = 64 - Bits; shift >= 0 && kept.Length > FewToSort; shift -= Bits)
        {
            Array.Clear(counts);
            foreach (double value in kept) counts[Digit(value, shift)]++;
            int digit = 0;
            for (; rank >= counts[digit]; digit++) rank -= counts[digit];
            rented ??= ArrayPool<double>.Shared.Rent(counts[digit]);
            kept = Keep(kept, shift, digit, rented);
        }

        double[] sorted = kept.Length > FewToSort ? [kept[0]] : Sorted(kept);
        if (rented is not null) ArrayPool<double>.Shared.Return(rented);
        ArrayPool<int>.Shared.Return(counts);

        // More than are sorted are all the same.
        double found = sorted[Math.Min(rank, sorted.Length - 1)];
        next = rank + 1 < kept.Length ? sorted[Math.Min(rank + 1, sorted.Length - 1)] : Above(values, found);
        return found;
    }

    /// <summary>Keeps the values with a digit. They may lie in the same place that they are kept in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<double> Keep(ReadOnlySpan<double> values, int shift, int digit, double[] kept)
    {
        int count = 0;
        foreach (double value in values)
            if (Digit(value, shift) == digit) kept[count++] = value;
        return kept.AsSpan(0, count);
    }

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Above(ReadOnlySpan<double> values, double limit)
    {
        double least = double.PositiveInfinity;
        foreach (double value in values)
            if (value > limit && value < least) least = value;
        return double.IsInfinity(least) ? limit : least;
    }

    /// <summary>Sixteen bits of a number's place in the order of all: the sign turned over, and all bits of negative ones.</summary>
    private static int Digit(double value, int shift)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        ulong order = (ulong)(bits ^ ((bits >> 63) | long.MinValue));
        return (int)((order >> shift) & ((1 << Bits) - 1));
    }
}
