namespace Denpa.Tests;

public class NormalTests
{
    [Fact]
    public void Normal_numbers_are_Box_and_Mullers_pairs()
    {
        double[] numbers = new double[2];
        new Generator(0).FillNormal<double>(numbers, 0, 1);
        // From Random123's answer for the counter and key 0, in Python.
        Assert.Equal(-1.62496344087104, numbers[0], 1e-14);
        Assert.Equal(-1.2683492025469478, numbers[1], 1e-14);
    }

    [Fact]
    public void Mean_and_standard_deviation_shift_and_stretch()
    {
        (double[]? standard, double[]? moved) = (new double[100], new double[100]);
        new Generator(23).FillNormal<double>(standard, 0, 1);
        new Generator(23).FillNormal<double>(moved, -4, 0.5);
        Assert.Equal(standard.Select(number => -4 + 0.5 * number), moved);
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_their_distribution()
    {
        double[] numbers = DrawStandard(200_000);
        // Four standard errors: the variances of the averages of z, z², z³, z⁴ are 1, 2, 15, 96 over n.
        Assert.Equal(0, numbers.Average(), 4 * Math.Sqrt(1d / numbers.Length));
        Assert.Equal(1, numbers.Average(z => z * z), 4 * Math.Sqrt(2d / numbers.Length));
        Assert.Equal(0, numbers.Average(z => z * z * z), 4 * Math.Sqrt(15d / numbers.Length));
        Assert.Equal(3, numbers.Average(z => z * z * z * z), 4 * Math.Sqrt(96d / numbers.Length));
    }

    [Fact]
    public void Normal_numbers_follow_their_distribution()
    {
        double distance = Statistics.KolmogorovSmirnov(DrawStandard(100_000), Statistics.StandardNormal);
        Assert.InRange(distance, 0, 1.95); // 0.1 % lie beyond
    }

    [Fact]
    public void The_two_numbers_of_a_block_are_uncorrelated()
    {
        double[] numbers = DrawStandard(200_000);
        double[][] pairs = numbers.Chunk(2).ToArray();
        Assert.Equal(0, pairs.Average(pair => pair[0] * pair[1]), 4 / Math.Sqrt(pairs.Length));
        Assert.Equal(0, pairs.Average(pair => (pair[0] * pair[0] - 1) * (pair[1] * pair[1] - 1)), 8 / Math.Sqrt(pairs.Length));
    }

    [Fact]
    public void The_farthest_normal_numbers_are_finite()
    {
        double[] numbers = new double[2];
        new NormalDistribution<double>(0, 1).Sample(new PhiloxBlock(ulong.MaxValue, 0), numbers);
        Assert.Equal(Math.Sqrt(2 * 53 * Math.Log(2)), numbers[0], 1e-12);
        new NormalDistribution<double>(0, 1).Sample(new PhiloxBlock(0, 0), numbers);
        Assert.Equal(0, numbers[0]);
    }

    [Fact]
    public void Without_deviation_every_number_is_the_mean()
    {
        float[] numbers = new float[9];
        new Generator(0).FillNormal<float>(numbers, 1.5, 0);
        Assert.All(numbers, number => Assert.Equal(1.5f, number));
    }

    [Theory]
    [InlineData(0, -1, "normal: the mean must be finite, the standard deviation finite and not negative: mean is 0, standard deviation is")]
    [InlineData(0, double.NaN, "standard deviation is NaN")]
    [InlineData(double.NaN, 1, "mean is NaN")]
    [InlineData(double.NegativeInfinity, 1, "mean is -Infinity")]
    [InlineData(0, double.PositiveInfinity, "standard deviation is Infinity")]
    [InlineData(0, 1e38, "beyond the range of Single")]
    [InlineData(1e39, 1, "beyond the range of Single")]
    public void A_distribution_that_cannot_be_drawn_from_is_refused(double mean, double standardDeviation, string message)
    {
        Generator generator = new(0);
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(
            () => generator.FillNormal<float>(new float[1], mean, standardDeviation));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(0UL, generator.State.Position);
    }

    private static double[] DrawStandard(int count)
    {
        double[] numbers = new double[count];
        new Generator(seed: 29).FillNormal<double>(numbers, 0, 1);
        return numbers;
    }
}
