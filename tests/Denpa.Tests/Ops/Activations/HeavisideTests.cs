using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class HeavisideTests
{
    [Fact]
    public void It_is_one_above_zero_alone() => TensorAssert.Holds(
        Tensor.From(-1.0, -0.0, 0.0, 1e-300, double.PositiveInfinity, double.NaN).Heaviside(), 0, 0, 0, 1, 1, 0);

    [Fact]
    public void Its_derivative_is_zero_everywhere()
    {
        Tensor x = Tensor.From(-1.0, 0.0, 2.0).Watch();
        Gradients gradients = x.Heaviside().Backward(Tensor.From(1, double.PositiveInfinity, 3));
        TensorAssert.Holds(gradients[x], 0, 0, 0);
    }

    [Fact]
    public void Nothing_stays_nothing() => Assert.Equal([0, 3], Tensor.Zeros([0, 3]).Heaviside().Shape);
}
