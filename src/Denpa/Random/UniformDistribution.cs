using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Denpa;

/// <summary>
/// The uniform distribution on [low, high): (1 − u)·low + u·high in double precision, rounded to <typeparamref name="T"/>. What rounding
/// moves out of the interval is moved back to the nearest <typeparamref name="T"/> inside.
/// </summary>
internal readonly struct UniformDistribution<T> : IDistribution<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double _low;
    private readonly double _high;
    private readonly T _smallest;
    private readonly T _largest;

    /// <exception cref="ArgumentException">The interval is empty, holds no <typeparamref name="T"/>, or leaves its range.</exception>
    public UniformDistribution(double low, double high)
    {
        if (!(low < high))
            ThrowEmpty(low, high);
        (_low, _high) = (low, high);
        (_smallest, _largest) = (T.CreateTruncating(low), T.CreateTruncating(high));
        if (!T.IsFinite(_smallest) || !T.IsFinite(_largest))
            ThrowNotFinite(low, high);
        if (double.CreateTruncating(_smallest) < low)
            _smallest = T.BitIncrement(_smallest);
        if (double.CreateTruncating(_largest) >= high)
            _largest = T.BitDecrement(_largest);
        if (_smallest > _largest)
            ThrowNothingBetween(low, high);
    }

    public static int ElementsPerBlock => 2;

    public void Sample(PhiloxBlock block, Span<T> destination)
    {
        destination[0] = FromFraction(UnitInterval.ToDouble(block.First));
        destination[1] = FromFraction(UnitInterval.ToDouble(block.Second));
    }

    private T FromFraction(double fraction)
    {
        T value = T.CreateTruncating((1 - fraction) * _low + fraction * _high);
        if (value < _smallest)
            return _smallest;
        return value > _largest ? _largest : value;
    }

    [DoesNotReturn]
    private static void ThrowEmpty(double low, double high) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"uniform: numbers are drawn from [low, high), so low must be less than high: low is {low}, high is {high}"));

    [DoesNotReturn]
    private static void ThrowNotFinite(double low, double high) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"uniform: low and high must be finite as {typeof(T).Name}: low is {low}, high is {high}"));

    [DoesNotReturn]
    private static void ThrowNothingBetween(double low, double high) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"uniform: no {typeof(T).Name} lies in [low, high): low is {low}, high is {high}; widen the interval or use a finer element type"));
}
