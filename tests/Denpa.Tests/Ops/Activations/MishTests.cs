using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class MishTests
{
    /// <summary>Values by mpmath.</summary>
    [Theory]
    [InlineData(0, 0, 0.6)]
    [InlineData(1, 0.865098388267310346, 1.04903622009979216)]
    [InlineData(-2, -0.252501482695708864, -0.108355092420393943)]
    public void It_is_x_times_the_hyperbolic_tangent_of_softplus(double x, double value, double slope)
    {
        Tensor input = Tensor.Scalar(x).Watch();
        Tensor output = input.Mish();

        Assert.Equal(value, output.Item(), 1e-15);
        Assert.Equal(slope, output.Backward()[input].Item(), 1e-15);
    }

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Mish(), Between(-2, 2, 3, 4));
}
