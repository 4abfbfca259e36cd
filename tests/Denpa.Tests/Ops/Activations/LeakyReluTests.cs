using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class LeakyReluTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "leaky_relu", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].LeakyRelu(reference.Attributes.Number("slope")));

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].LeakyRelu(0.2), Between(0.1, 2, 2, 2) * Tensor.From(1.0, -1.0));

    [Fact]
    public void Its_derivative_at_zero_is_the_slope()
    {
        Tensor x = Tensor.Scalar(0).Watch();
        Assert.Equal(0.2, x.LeakyRelu(0.2).Backward()[x].Item());
    }

    [Fact]
    public void Without_a_slope_it_is_relu() => TensorAssert.Holds(Tensor.From(-2.0, 0, 3).LeakyRelu(0), 0, 0, 3);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_slope_that_is_negative_or_not_finite_is_refused(double slope)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Ones([1]).LeakyRelu(slope));
        Assert.StartsWith("leaky relu: the slope must be finite and not negative", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_formula_names_the_slope_in_any_culture() =>
        Assert.Equal("y = x where x > 0, else 0.2 · x", new LeakyReluOp(0.2).Formula);
}
