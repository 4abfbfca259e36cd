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
        Assert.Equal(median, Statistics.SortAndTakeMedian(values));

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
}
