using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Denpa;

/// <summary>
/// The normal distribution, by the transform of Box and Muller (1958): with u and v uniform, √(−2 ln u)·cos 2πv and √(−2 ln u)·sin 2πv are
/// two independent standard normals. Computed in double precision, rounded to <typeparamref name="T"/>.
/// </summary>
internal readonly struct NormalDistribution<T> : IDistribution<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>No standard normal made here is farther from 0: u is at least 2⁻⁵³, and √(2·53·ln 2) is 8.5717.</summary>
    private const double Farthest = 8.572;

    private readonly double _mean;
    private readonly double _standardDeviation;

    /// <exception cref="ArgumentException">
    /// The mean is not finite, the standard deviation is negative or not finite, or a number could leave the range of
    /// <typeparamref name="T"/>.
    /// </exception>
    public NormalDistribution(double mean, double standardDeviation)
    {
        if (!double.IsFinite(mean) || !double.IsFinite(standardDeviation) || standardDeviation < 0)
            ThrowNotNormal(mean, standardDeviation);
        if (!T.IsFinite(T.CreateTruncating(Math.Abs(mean) + Farthest * standardDeviation)))
            ThrowTooWide(mean, standardDeviation);
        (_mean, _standardDeviation) = (mean, standardDeviation);
    }

    public static int ElementsPerBlock => 2;

    public void Sample(PhiloxBlock block, Span<T> destination)
    {
        // 1 − u lies in (0, 1], so the logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - UnitInterval.ToDouble(block.First)));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * UnitInterval.ToDouble(block.Second));
        destination[0] = T.CreateTruncating(_mean + _standardDeviation * (radius * cosine));
        destination[1] = T.CreateTruncating(_mean + _standardDeviation * (radius * sine));
    }

    [DoesNotReturn]
    private static void ThrowNotNormal(double mean, double standardDeviation) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"normal: the mean must be finite, the standard deviation finite and not negative: mean is {mean}, "
        + $"standard deviation is {standardDeviation}"));

    [DoesNotReturn]
    private static void ThrowTooWide(double mean, double standardDeviation) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"normal: numbers reach {Farthest} standard deviations from the mean, beyond the range of {typeof(T).Name}: mean is {mean}, "
        + $"standard deviation is {standardDeviation}; draw smaller numbers or use a wider element type"));
}
