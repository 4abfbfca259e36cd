using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class NegateTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "negate", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => -x[0]);

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => -x[0], Between(-2, 2, 3, 4));

    [Fact]
    public void It_changes_the_sign_of_zero_and_of_infinity()
    {
        Tensor y = -Tensor.From(0.0, double.NegativeInfinity, double.NaN);
        TensorAssert.Holds(y, 0, double.PositiveInfinity, double.NaN);
        Assert.True(double.IsNegative(y[0]));
    }

    [Fact]
    public void Integers_change_sign() => TensorAssert.Holds(-Tensor.From<long>(3, 0, -5), -3, 0, 5);

    [Fact]
    public void Bytes_are_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => -Tensor.From<byte>(1));
        Assert.Equal("negate: uint8 holds no negative numbers; convert with .To(DType.Int64)", error.Message);
    }

    [Fact]
    public void Truth_values_are_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => -Tensor.From(true));
        Assert.Equal("negate: needs numbers, got bool; convert with .To(DType.Float32)", error.Message);
    }
}
