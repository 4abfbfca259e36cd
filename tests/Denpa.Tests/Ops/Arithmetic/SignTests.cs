using Denpa.Tests.Support;

namespace Denpa.Tests;

public sealed class SignTests
{
    [Fact]
    public void It_is_minus_one_zero_or_one() => TensorAssert.Holds(
        Tensor.From(-2.5, -0.0, 0.0, 1e-300, double.NegativeInfinity, double.NaN).Sign(), -1, 0, 0, 1, -1, double.NaN);

    [Fact]
    public void It_takes_integers_and_bytes()
    {
        TensorAssert.Holds(Tensor.From<long>(-7, 0, 7).Sign(), -1, 0, 1);
        TensorAssert.Holds(Tensor.From<byte>(0, 200).Sign(), 0, 1);
    }

    [Fact]
    public void Its_derivative_is_zero_everywhere()
    {
        Tensor x = Tensor.From(-1.0, 0.0, 2.0).Watch();
        TensorAssert.Holds(x.Sign().Sum().Backward()[x], 0, 0, 0);
    }
}
