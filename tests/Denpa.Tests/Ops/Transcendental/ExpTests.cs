using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class ExpTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "exp", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Exp());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Exp(), Between(-2, 2, 3, 4));

    [Fact]
    public void It_overflows_to_infinity_and_underflows_to_zero() =>
        TensorAssert.Holds(
            Tensor.From(double.NegativeInfinity, -1000, 0, 1000, double.NaN).Exp(), 0, 0, 1, double.PositiveInfinity, double.NaN);

    [Fact]
    public void Nothing_stays_nothing() => Assert.Equal([0, 3], Tensor.Zeros([0, 3]).Exp().Shape);

    [Fact]
    public void Integers_are_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.From<long>(1).Exp());
        Assert.Equal("exp: needs float32 or float64, got int64; convert with .To(DType.Float32)", error.Message);
    }
}
