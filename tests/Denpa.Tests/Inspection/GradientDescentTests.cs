namespace Denpa.Tests.Inspection;

/// <summary>Gradient descent of Σx² from (−3, 4), a hundred steps.</summary>
public sealed class GradientDescentTests
{
    private static readonly Func<ReadOnlySpan<double>, double> SumOfSquares = x => (x[0] * x[0]) + (x[1] * x[1]);
    private static readonly Func<ReadOnlySpan<double>, double[]> TwicePoint = x => [2 * x[0], 2 * x[1]];

    [Fact]
    public void A_rate_of_a_tenth_goes_nearly_to_the_minimum()
    {
        DescentResult result = GradientDescent.Minimize(SumOfSquares, [-3, 4], 0.1, 100, 1e-4);
        Assert.Equal(-6.11e-10, result.End.Point[0], 1e-12);
        Assert.Equal(8.15e-10, result.End.Point[1], 1e-12);
        Assert.Equal(101, result.Path.Count);
        Assert.Null(result.DivergedAt);
        Assert.Null(result.NonFiniteAt);
    }

    [Fact]
    public void A_rate_of_a_ten_thousand_millionth_hardly_moves()
    {
        DescentResult result = GradientDescent.Minimize(SumOfSquares, [-3, 4], 1e-10, 100, 1e-4);
        Assert.Equal(-2.99999994, result.End.Point[0], 1e-12);
        Assert.Equal(3.99999992, result.End.Point[1], 1e-12);
    }

    [Fact]
    public void A_rate_of_ten_diverges_by_differences_until_round_off_stops_it()
    {
        DescentResult result = GradientDescent.Minimize(SumOfSquares, [-3, 4], 10, 100, 1e-4);
        Assert.InRange(Math.Abs(result.End.Point[0]), 1e12, 1e14);
        Assert.Equal(result.Path[^2].Point, result.End.Point);
        Assert.Equal(3, result.DivergedAt);
        Assert.Null(result.NonFiniteAt);
    }

    [Fact]
    public void A_rate_of_ten_diverges_without_end_by_the_exact_gradient()
    {
        DescentResult result = GradientDescent.Minimize(SumOfSquares, TwicePoint, [-3, 4], 10, 100);
        Assert.Equal(-3 * Math.Pow(-19, 100), result.End.Point[0], 1e116);
        Assert.InRange(result.End.Point[1], 1e128, 1e129);
        Assert.Equal(3, result.DivergedAt);
    }

    [Fact]
    public void A_descent_ends_where_something_is_no_longer_finite()
    {
        DescentResult result = GradientDescent.Minimize(SumOfSquares, TwicePoint, [-3, 4], 1e100, 100);
        Assert.Equal(2, result.NonFiniteAt);
        Assert.Equal(3, result.Path.Count);
        Assert.Equal(1, result.DivergedAt);
    }

    [Fact]
    public void A_start_that_is_not_finite_is_reported_as_step_zero() =>
        Assert.Equal(0, GradientDescent.Minimize(SumOfSquares, TwicePoint, [double.NaN, 0], 0.1, 100).NonFiniteAt);

    [Fact]
    public void No_steps_stay_at_the_start() =>
        Assert.Equal([-3, 4], GradientDescent.Minimize(SumOfSquares, TwicePoint, [-3, 4], 0.1, 0).End.Point);

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientDescent.Minimize(SumOfSquares, TwicePoint, [0, 0], double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientDescent.Minimize(SumOfSquares, TwicePoint, [0, 0], 0.1, -1));
    }
}
