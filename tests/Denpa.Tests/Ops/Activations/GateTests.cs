using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class GateTests
{
    [Fact]
    public void It_opens_above_zero_alone() => TensorAssert.Holds(
        Tensor.From(1.0, double.PositiveInfinity, double.NaN, 4).Gate(Tensor.From(1, -1, 0, double.NaN)), 1, 0, 0, 0);

    [Fact]
    public void Its_derivatives_agree_with_differences()
    {
        Tensor gate = Between(-2, 2, 4);
        First(x => x[0].Gate(x[1]), Between(-2, 2, 3, 1), gate);
        FirstAndSecond(x => x[0].Gate(gate), Between(-2, 2, 3, 1));
    }
}
