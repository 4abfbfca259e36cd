namespace Denpa.Tests.Inspection;

public sealed class NumericalGradientTests
{
    private static readonly Func<ReadOnlySpan<double>, double> SumOfSquares = x =>
    {
        double sum = 0;
        foreach (double value in x) sum += value * value;
        return sum;
    };

    [Theory]
    [InlineData(3, 4)]
    [InlineData(0, 2)]
    [InlineData(3, 0)]
    public void The_gradient_of_the_sum_of_squares_is_twice_the_point(double x, double y)
    {
        double[] central = NumericalGradient.Central(SumOfSquares, [x, y]);
        double[] forward = NumericalGradient.Forward(SumOfSquares, [x, y]);
        Assert.Equal(2 * x, central[0], 1e-8);
        Assert.Equal(2 * y, central[1], 1e-8);
        Assert.Equal(2 * x, forward[0], 1e-6);
        Assert.Equal(2 * y, forward[1], 1e-6);
    }

    [Fact]
    public void A_forward_difference_is_off_by_the_step_and_a_central_one_by_its_square()
    {
        double exact = Math.Exp(1);
        double Forward(double step) => NumericalGradient.Forward(x => Math.Exp(x[0]), [1], step)[0] - exact;
        double Central(double step) => NumericalGradient.Central(x => Math.Exp(x[0]), [1], step)[0] - exact;
        Assert.Equal(exact / 2, Forward(1e-4) / 1e-4, 1e-3);
        Assert.Equal(exact / 6, Central(1e-3) / 1e-6, 1e-3);
        Assert.Equal(10, Forward(1e-3) / Forward(1e-4), 1e-2);
        Assert.Equal(100, Central(1e-2) / Central(1e-3), 1e-2);
    }

    [Fact]
    public void Every_coordinate_is_moved_at_the_whole_point()
    {
        double[] gradient = NumericalGradient.Central(x => x[0] * x[1] * x[2], [2, 3, 5]);
        Assert.Equal(15, gradient[0], 1e-8);
        Assert.Equal(10, gradient[1], 1e-8);
        Assert.Equal(6, gradient[2], 1e-8);
    }

    [Fact]
    public void The_point_stays_as_it_was()
    {
        double[] point = [3, 4];
        NumericalGradient.Central(SumOfSquares, point);
        Assert.Equal([3, 4], point);
    }

    [Fact]
    public void A_point_without_coordinates_has_an_empty_gradient() => Assert.Empty(NumericalGradient.Central(SumOfSquares, []));

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void A_step_is_above_zero(double step)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NumericalGradient.Forward(SumOfSquares, [1], step));
        Assert.Throws<ArgumentOutOfRangeException>(() => NumericalGradient.Central(SumOfSquares, [1], step));
    }
}
