using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class GeluTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "gelu", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Gelu());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Gelu(), Between(-2, 2, 3, 4));

    [Fact]
    public void Its_derivative_at_zero_is_a_half()
    {
        Tensor x = Tensor.Scalar(0).Watch();
        Assert.Equal(0.5, x.Gelu().Backward()[x].Item());
    }

    [Fact]
    public void It_differs_from_its_mirror_image_by_the_argument()
    {
        Tensor x = Between(-4, 4, 30);
        TensorAssert.Close(x, x.Gelu() - (-x).Gelu());
    }
}
