namespace Denpa.Tests;

public class UniformTests
{
    private static readonly PhiloxBlock _lowest = new(0, 0);
    private static readonly PhiloxBlock _highest = new(ulong.MaxValue, ulong.MaxValue);

    [Fact]
    public void Uniform_numbers_interpolate_between_low_and_high()
    {
        double[] numbers = new double[2];
        new Generator(0).FillUniform<double>(numbers, 10, 20);
        // The fractions of Random123's answer for the counter and key 0, in Python.
        Assert.Equal(10 + 10 * 0.8805201978886142, numbers[0], 1e-14);
        Assert.Equal(10 + 10 * 0.6054818538799213, numbers[1], 1e-14);
    }

    [Fact]
    public void Uniform_numbers_have_the_mean_and_the_variance_of_their_interval()
    {
        double[] numbers = Draw(100_000, -2, 6);
        Assert.Equal(2, numbers.Average(), 4 * Math.Sqrt(64 / 12d / numbers.Length));
        Assert.Equal(64 / 12d, Statistics.Variance(numbers), 0.05);
    }

    [Fact]
    public void Uniform_numbers_follow_their_distribution()
    {
        double distance = Statistics.KolmogorovSmirnov(Draw(100_000, -2, 6), x => (x + 2) / 8);
        Assert.InRange(distance, 0, 1.95); // 0.1 % lie beyond
    }

    [Fact]
    public void Neighbours_are_uncorrelated()
    {
        double[] numbers = Draw(100_000, -1, 1);
        double covariance = numbers.Zip(numbers.Skip(1), (x, y) => x * y).Average();
        Assert.Equal(0, covariance * 3, 4 / Math.Sqrt(numbers.Length));
    }

    [Theory]
    [InlineData(-0.1f, 0.1f)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(0.1, 0.2)] // bounds that no Single has
    [InlineData(-0.2, -0.1)]
    [InlineData(16777216, 16777220)] // three Singles
    [InlineData(0, float.Epsilon)] // one Single
    [InlineData(-float.MaxValue, float.MaxValue)]
    public void Singles_stay_in_the_interval_even_after_rounding(double low, double high)
    {
        UniformDistribution<float> distribution = new(low, high);
        float[] numbers = new float[10_000];
        new Generator(17).FillUniform<float>(numbers, low, high);
        distribution.Sample(_lowest, numbers);
        distribution.Sample(_highest, numbers.AsSpan(2));
        Assert.All(numbers, number => Assert.True(number >= low && number < high, $"{number}"));
    }

    [Fact]
    public void The_highest_fraction_gives_the_last_number_below_high()
    {
        float[] singles = new float[2];
        new UniformDistribution<float>(0, 1).Sample(_highest, singles);
        Assert.Equal(MathF.BitDecrement(1), singles[0]);
        double[] doubles = new double[2];
        new UniformDistribution<double>(double.MinValue, double.MaxValue).Sample(_highest, doubles);
        Assert.InRange(doubles[0], 1.797e308, double.BitDecrement(double.MaxValue));
        Half[] halves = new Half[2];
        new UniformDistribution<Half>(0, 1).Sample(_highest, halves);
        Assert.Equal(Half.BitDecrement(Half.One), halves[0]);
    }

    [Theory]
    [InlineData(1, 0, "uniform: numbers are drawn from [low, high), so low must be less than high: low is 1, high is 0")]
    [InlineData(1, 1, "low is 1, high is 1")]
    [InlineData(double.NaN, 1, "low is NaN, high is 1")]
    [InlineData(0, double.NaN, "low is 0, high is NaN")]
    [InlineData(0, double.PositiveInfinity, "uniform: low and high must be finite as Single: low is 0, high is Infinity")]
    [InlineData(-1e39, 0, "low is -1E+39, high is 0")]
    [InlineData(16777216.5, 16777217.5, "uniform: no Single lies in [low, high): low is 16777216.5, high is 16777217.5")]
    public void An_interval_that_cannot_be_drawn_from_is_refused(double low, double high, string message)
    {
        Generator generator = new(0);
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => generator.FillUniform<float>(new float[1], low, high));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(0UL, generator.State.Position);
    }

    private static double[] Draw(int count, double low, double high)
    {
        double[] numbers = new double[count];
        new Generator(seed: 19).FillUniform<double>(numbers, low, high);
        return numbers;
    }
}
