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
        double lower = Selection.Smallest(values, (values.Length - 1) / 2, out double next);
        return values.Length % 2 == 1 ? lower : lower + (next - lower) / 2;
    }

    /// <param name="values">The values.</param>
    /// <param name="median">Their median.</param>
    /// <param name="missing">How many more values there are, each taken for the median.</param>
    public static Scaling Scale(ReadOnlySpan<double> values, double median, int missing)
    {
        double count = values.Length + missing;
        if (count == 0) return new Scaling(0, 1);

        // The mean of equal values may miss them by a rounding.
        (double least, double greatest) = values.IsEmpty ? (median, median) : NumberRange.Of(values, double.NegativeInfinity);
        if (least == greatest) return new Scaling(median, 1);
        double sum = new OrderlessSum(values.Length, Math.Max(-least, greatest)).Add(values);
        double mean = (missing * median + sum) / count;
        double farthest = Math.Max(mean - least, greatest - mean);
        double squares = new OrderlessSum(values.Length, farthest * farthest).AddSquares(values, mean);
        double deviation = Math.Sqrt((missing * (median - mean) * (median - mean) + squares) / count);
        return new Scaling(mean, deviation > 0 ? deviation : 1);
    }
}
