using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class SiluTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "silu", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Silu());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Silu(), Between(-2, 2, 3, 4));

    [Fact]
    public void Its_derivative_at_zero_is_a_half()
    {
        Tensor x = Tensor.Scalar(0).Watch();
        Assert.Equal(0.5, x.Silu().Backward()[x].Item());
    }
}
