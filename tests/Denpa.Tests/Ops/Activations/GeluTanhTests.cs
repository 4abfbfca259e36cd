using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class GeluTanhTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "gelu_tanh", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].GeluTanh());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].GeluTanh(), Between(-2, 2, 3, 4));

    [Fact]
    public void It_stays_within_half_a_thousandth_of_the_exact_one()
    {
        Tensor x = Tensor.Arange(-6, 6, 0.01, DType.Float64);
        TensorAssert.Close(x.Gelu(), x.GeluTanh(), relative: 0, absolute: 5e-4);
    }
}
