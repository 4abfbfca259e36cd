using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class LogTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "log", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Log());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Log(), Between(0.5, 3, 3, 4));

    [Fact]
    public void It_has_no_value_below_zero() =>
        TensorAssert.Holds(
            Tensor.From(-1.0, 0, 1, double.PositiveInfinity).Log(), double.NaN, double.NegativeInfinity, 0, double.PositiveInfinity);

    [Fact]
    public void It_undoes_the_exponential()
    {
        Tensor x = Between(-5, 5, 40);
        TensorAssert.Close(x, x.Exp().Log(), relative: 1e-14, absolute: 1e-15);
    }
}
