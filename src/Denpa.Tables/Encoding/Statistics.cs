namespace Denpa.Tables;

/// <summary>
/// Median, mean and standard deviation. Sums run over the sorted values, so the order of the rows does not change a bit of
/// them. The deviation is the population's, √(Σ(x − mean)²/n), and 1 where it is zero.
/// </summary>
internal static class Statistics
{
    /// <summary>Sorts the values in place. The median of no values is zero.</summary>
    public static double SortAndTakeMedian(Span<double> values)
    {
        values.Sort();
        if (values.IsEmpty) return 0;
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : values[middle - 1] + (values[middle] - values[middle - 1]) / 2;
    }

    /// <param name="sorted">The values, ascending.</param>
    /// <param name="median">Their median.</param>
    /// <param name="missing">How many more values there are, each taken for the median.</param>
    public static Scaling Scale(ReadOnlySpan<double> sorted, double median, int missing)
    {
        double count = sorted.Length + missing;
        if (count == 0) return new Scaling(0, 1);
        var sum = missing * median;
        foreach (var value in sorted) sum += value;
        var mean = sum / count;
        var squares = missing * (median - mean) * (median - mean);
        foreach (var value in sorted) squares += (value - mean) * (value - mean);

        // The mean of equal values may miss them by a rounding, so a constant is told by its ends.
        var isConstant = sorted.IsEmpty || sorted[0] == sorted[^1];
        var deviation = isConstant ? 0 : Math.Sqrt(squares / count);
        return new Scaling(isConstant ? median : mean, deviation > 0 ? deviation : 1);
    }
}
