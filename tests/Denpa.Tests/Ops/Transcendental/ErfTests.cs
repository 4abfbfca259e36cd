using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class ErfTests
{
    // Abramowitz and Stegun, Handbook of Mathematical Functions, table 7.1.
    [Fact]
    public void It_agrees_with_the_handbooks_table() => TensorAssert.Close(
        [5], [0, 0.1124629160, 0.5204998778, 0.8427007929, 0.9953222650], Tensor.From(0, 0.1, 0.5, 1.0, 2.0).Erf(), 0, 5e-11);

    [Fact]
    public void It_is_odd_and_ends_at_one() => TensorAssert.Holds(
        Tensor.From(double.NegativeInfinity, -0.0, double.PositiveInfinity, double.NaN).Erf(), -1, 0, 1, double.NaN);

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() => FirstAndSecond(x => x[0].Erf(), Between(-2, 2, 3, 4));
}
