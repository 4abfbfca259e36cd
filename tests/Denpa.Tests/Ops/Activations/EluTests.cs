using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class EluTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "elu", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Elu(reference.Attributes.Number("alpha")));

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Elu(0.7), Between(0.1, 2, 2, 2) * Tensor.From(1.0, -1.0));

    [Fact]
    public void It_levels_off_at_minus_alpha() => TensorAssert.Holds(
        Tensor.From(double.NegativeInfinity, 0, 5, double.NaN).Elu(0.5), -0.5, 0, 5, double.NaN);

    [Fact]
    public void Its_second_derivative_is_finite_where_the_exponential_overflows()
    {
        Tensor x = Tensor.Scalar(1000).Watch();
        Assert.Equal(2, x.Elu().Square().Backward(createGraph: true)[x].Backward()[x].Item());
    }

    [Fact]
    public void A_negative_alpha_is_refused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Ones([1]).Elu(-1));
        Assert.StartsWith("elu: alpha must be finite and not negative", error.Message, StringComparison.Ordinal);
    }
}
