using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class SoftplusTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "softplus", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Softplus());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Softplus(), Between(-2, 2, 3, 4));

    [Fact]
    public void It_neither_overflows_nor_cancels() => TensorAssert.Close(
        [4], [0, Math.Log(2), 1000, double.NaN], Tensor.From(-1000, 0, 1000, double.NaN).Softplus(), relative: 1e-15, absolute: 0);
}
