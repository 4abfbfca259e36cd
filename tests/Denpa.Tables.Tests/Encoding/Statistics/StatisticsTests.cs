namespace Denpa.Tables.Tests;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new double[] { }, 0)]
    [InlineData(new[] { 5.0 }, 5)]
    [InlineData(new[] { 9.0, 1.0, 4.0 }, 4)]
    [InlineData(new[] { 9.0, 1.0, 4.0, 5.0 }, 4.5)]
    [InlineData(new[] { 3e38, 3e38 }, 3e38)]
    public void The_median_is_the_middle_or_the_mean_of_the_two_in_the_middle(double[] values, double median) =>
        Assert.Equal(median, Statistics.Median(values));

    [Fact]
    public void The_median_of_many_is_that_of_the_sorted()
    {
        foreach (double[] values in Many())
        {
            double[] sorted = [.. values.Order()];
            int middle = sorted.Length / 2;
            double median = sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;

            Assert.Equal(median, Statistics.Median(values));
        }
    }

    [Fact]
    public void The_order_of_the_rows_changes_no_bit()
    {
        foreach (double[] values in Many())
        {
            Scaling scaling = Statistics.Scale(values, Statistics.Median(values), missing: 3);
            new Random(3).Shuffle(values);

            Assert.Equal(scaling, Statistics.Scale(values, Statistics.Median(values), missing: 3));
        }
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_decimal_arithmetic()
    {
        foreach (double[] values in Many().Take(2))
        {
            decimal[] exact = Array.ConvertAll(values, value => (decimal)value);
            decimal mean = exact.Average();
            double deviation = Math.Sqrt((double)exact.Average(value => (value - mean) * (value - mean)));
            Scaling scaling = Statistics.Scale(values, Statistics.Median(values), missing: 0);

            Assert.Equal((double)mean, scaling.Mean, 1e-12 * deviation);
            Assert.Equal(deviation, scaling.StandardDeviation, 1e-12 * deviation);
        }
    }

    [Fact]
    public void The_deviation_is_the_populations() =>
        Assert.Equal(new Scaling(5, 2), Statistics.Scale([2, 4, 4, 4, 5, 5, 7, 9], 4.5, missing: 0));

    [Fact]
    public void Missing_values_count_as_the_median() =>
        Assert.Equal(Statistics.Scale([1, 3, 3, 8], 3, 0), Statistics.Scale([1, 3, 8], 3, 1));

    [Fact]
    public void No_spread_is_not_divided_by()
    {
        Assert.Equal(new Scaling(0.1, 1), Statistics.Scale([0.1, 0.1, 0.1], 0.1, missing: 2));
        Assert.Equal(new Scaling(0, 1), Statistics.Scale([], 0, missing: 3));
    }

    [Fact]
    public void Great_numbers_do_not_overflow() => Assert.True(double.IsFinite(Statistics.Scale([-3e38, 3e38], 0, 0).StandardDeviation));

    /// <summary>More numbers than are sorted at once: of one size, of both signs and few values, and of all sizes.</summary>
    private static IEnumerable<double[]> Many()
    {
        Random generator = new(2);
        yield return Draw(10_001, () => 1000 + generator.NextDouble());
        yield return Draw(10_000, () => generator.Next(-3, 4) / 8.0);
        yield return Draw(5_000, () => (generator.NextDouble() - 0.5) * Math.Pow(10, generator.Next(-30, 30)));

        static double[] Draw(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
    }
}
