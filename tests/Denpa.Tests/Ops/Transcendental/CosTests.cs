using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class CosTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "cos", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Cos());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Cos(), Between(-2, 2, 3, 4));

    [Fact]
    public void Infinity_has_no_cosine() => TensorAssert.Holds(Tensor.From(0.0, double.NegativeInfinity).Cos(), 1, double.NaN);
}
