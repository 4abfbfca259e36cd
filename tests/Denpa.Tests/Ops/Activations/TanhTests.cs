using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class TanhTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "tanh", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Tanh());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Tanh(), Between(-2, 2, 3, 4));

    [Fact]
    public void Its_ends_are_minus_one_and_one() => TensorAssert.Holds(
        Tensor.From(double.NegativeInfinity, -0.0, double.PositiveInfinity, double.NaN).Tanh(), -1, 0, 1, double.NaN);

    [Fact]
    public void It_is_the_sigmoid_stretched()
    {
        Tensor x = Between(-5, 5, 50);
        TensorAssert.Close((2 * (2 * x).Sigmoid()) - 1, x.Tanh(), relative: 1e-12, absolute: 1e-15);
    }
}
