using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class SqrtTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "sqrt", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Sqrt());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Sqrt(), Between(0.5, 3, 3, 4));

    [Fact]
    public void It_has_no_value_below_zero() =>
        TensorAssert.Holds(
            Tensor.From(-1.0, 0, double.PositiveInfinity, double.NaN).Sqrt(), double.NaN, 0, double.PositiveInfinity, double.NaN);

    [Fact]
    public void Its_derivative_at_zero_is_infinite()
    {
        Tensor x = Tensor.Scalar(0).Watch();
        Assert.Equal(double.PositiveInfinity, x.Sqrt().Backward()[x].Item());
    }

    [Fact]
    public void Integers_are_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.From<long>(4).Sqrt());
        Assert.Equal("sqrt: needs float32 or float64, got int64; convert with .To(DType.Float32)", error.Message);
    }
}
