using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class SeluTests
{
    [Fact]
    public void It_is_a_multiple_of_an_exponential_linear_unit()
    {
        Tensor x = Between(-3, 3, 4, 5);

        TensorAssert.Close(x.Elu(1.6732632423543772) * 1.0507009873554805, x.Selu(), 1e-15, 0);
    }

    /// <summary>What the constants were chosen for: they are the fixed point of its moments over the normal distribution.</summary>
    [Fact]
    public void It_keeps_the_mean_and_the_variance_of_normal_numbers()
    {
        const int steps = 400_001;
        const double edge = 12;
        double step = 2 * edge / (steps - 1);
        Tensor x = Tensor.From([.. Enumerable.Range(0, steps).Select(i => -edge + (i * step))]);
        Tensor density = (x * x * -0.5).Exp() * (step / Math.Sqrt(2 * Math.PI));
        Tensor y = x.Selu();

        Assert.Equal(0, (y * density).Sum().Item(), 1e-6);
        Assert.Equal(1, (y * y * density).Sum().Item(), 1e-6);
    }

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Selu(), Between(-2, 2, 3, 4));
}
