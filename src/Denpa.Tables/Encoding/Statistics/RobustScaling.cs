namespace Denpa.Tables;

/// <summary>
/// Scaling that few far values do not reach, and that draws far ones in: z = (x − median) · factor, then z / √(1 + (z/3)²), which stays
/// within ±3 (Holzmüller, Grinsztajn and Steinwart, "Better by default", NeurIPS 2024).
/// </summary>
/// <param name="Median">The median of the training rows.</param>
/// <param name="Factor">
/// One over the distance of their quartiles; where these are the same two over the distance of the least from the greatest, and 0 where all
/// are the same.
/// </param>
public readonly record struct RobustScaling(double Median, double Factor)
{
    private const double Limit = 3;

    internal bool IsValid => Scaling.IsOfTable(Median) && double.IsFinite(Factor) && Factor >= 0;

    /// <summary>The scaled value.</summary>
    public double Apply(double value)
    {
        double scaled = (value - Median) * Factor;
        double part = scaled / Limit;

        // A square that overflows would make 0 of the farthest values.
        return Math.Abs(part) > 1e100 ? Math.CopySign(Limit, scaled) : scaled / Math.Sqrt(1 + (part * part));
    }

    internal void Apply(Span<double> values)
    {
        foreach (ref double value in values) value = Apply(value);
    }

    /// <param name="values">The values that are there.</param>
    /// <param name="median">Their median.</param>
    internal static RobustScaling Fit(ReadOnlySpan<double> values, double median)
    {
        if (values.IsEmpty) return new RobustScaling(median, 0);
        double spread = Quantile(values, 0.75) - Quantile(values, 0.25);
        if (IsUsable(1 / spread)) return new RobustScaling(median, 1 / spread);
        (double least, double greatest) = NumberRange.Of(values, double.NegativeInfinity);
        double factor = 2 / (greatest - least);
        return new RobustScaling(median, IsUsable(factor) ? factor : 0);
    }

    private static bool IsUsable(double factor) => double.IsFinite(factor) && factor > 0;

    private static double Quantile(ReadOnlySpan<double> values, double share)
    {
        double place = share * (values.Length - 1);
        int below = (int)place;
        double value = Selection.Smallest(values, below, out double next);
        return value + ((place - below) * (next - value));
    }
}
