using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class DivideTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "divide", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0] / x[1]);

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0] / x[1], Between(-2, 2, 3, 1), Between(0.5, 3, 2, 1, 4));

    [Fact]
    public void A_scalar_stands_on_either_side()
    {
        TensorAssert.Holds(Tensor.From(1.0, 2.0) / 4, 0.25, 0.5);
        TensorAssert.Holds(1 / Tensor.From(2.0, -4.0), 0.5, -0.25);
    }

    [Fact]
    public void Numbers_divided_by_zero_are_infinite_and_zero_by_zero_is_none() =>
        TensorAssert.Holds(Tensor.From(1.0, -1, 0) / 0, double.PositiveInfinity, double.NegativeInfinity, double.NaN);

    [Fact]
    public void Integers_are_divided_towards_zero()
    {
        TensorAssert.Holds(Tensor.From<long>(7, -7, 7, -7) / Tensor.From<long>(2, 2, -2, -2), 3, -3, -3, 3);
        TensorAssert.Holds(Tensor.From<byte>(255, 7) / 2, 127, 3);
    }

    [Fact]
    public void An_integer_divisor_of_zero_is_refused()
    {
        DivideByZeroException error = Assert.Throws<DivideByZeroException>(() => Tensor.From<long>(1, 2) / Tensor.From<long>(1, 0));
        Assert.Equal(
            "divide: an integer divisor is 0, and integers have no infinity; convert both tensors with .To(DType.Float32)", error.Message);
    }

    [Fact]
    public void Nothing_divided_is_nothing() => Assert.Equal([0, 3], (Tensor.Zeros([0, 3]) / Tensor.Zeros([3])).Shape);
}
