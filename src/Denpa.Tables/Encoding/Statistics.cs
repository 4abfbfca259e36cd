namespace Denpa.Tables;

/// <summary>
/// Median, mean and standard deviation. Sums are exact but for what is too small to matter, so the order of the rows does not
/// change a bit of them. The deviation is the population's, √(Σ(x − mean)²/n), and 1 where it is zero.
/// </summary>
internal static class Statistics
{
    /// <summary>The median; that of no values is zero.</summary>
    public static double Median(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return 0;
        var lower = Selection.Smallest(values, (values.Length - 1) / 2);
        if (values.Length % 2 == 1) return lower;
        var (upper, notAbove) = (double.PositiveInfinity, 0);
        foreach (var value in values)
        {
            if (value <= lower) notAbove++;
            else if (value < upper) upper = value;
        }
        return notAbove > values.Length / 2 ? lower : lower + (upper - lower) / 2;
    }

    /// <param name="values">The values.</param>
    /// <param name="median">Their median.</param>
    /// <param name="missing">How many more values there are, each taken for the median.</param>
    public static Scaling Scale(ReadOnlySpan<double> values, double median, int missing)
    {
        double count = values.Length + missing;
        if (count == 0) return new Scaling(0, 1);

        // The mean of equal values may miss them by a rounding.
        if (!values.ContainsAnyExcept(median)) return new Scaling(median, 1);
        var mean = (missing * median + Sum(values)) / count;
        var squares = missing * (median - mean) * (median - mean) + Sum(values, mean);
        var deviation = Math.Sqrt(squares / count);
        return new Scaling(mean, deviation > 0 ? deviation : 1);
    }

    private static double Sum(ReadOnlySpan<double> values) => new OrderlessSum(values.Length, Largest(values, 0)).Add(values);

    private static double Sum(ReadOnlySpan<double> values, double mean)
    {
        var most = Largest(values, mean);
        var sum = new OrderlessSum(values.Length, most * most);
        Span<double> squares = stackalloc double[256];
        while (!values.IsEmpty)
        {
            var count = Math.Min(values.Length, squares.Length);
            for (var i = 0; i < count; i++) squares[i] = (values[i] - mean) * (values[i] - mean);
            sum.Add(squares[..count]);
            values = values[count..];
        }
        return sum.Total;
    }

    private static double Largest(ReadOnlySpan<double> values, double center)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value - center));
        return largest;
    }
}
