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
    public void An_integer_divisor_of_zero_is_refused_with_its_place()
    {
        Assert.Equal(
            "divide: the divisor int64 [2, 3] is 0 at [1, 2], and integers have no infinity; convert both tensors with .To(DType.Float32)",
            Assert.Throws<DivideByZeroException>(() => 1 / Tensor.From<long>([1, 2, 3, 4, 5, 0], [2, 3])).Message);
        Assert.Equal(
            "divide: the divisor uint8 [] is 0, and integers have no infinity; convert both tensors with .To(DType.Float32)",
            Assert.Throws<DivideByZeroException>(() => Tensor.From<byte>(1, 2) / 0).Message);
        Assert.Equal([0], (Tensor.From<long>([]) / 0).Shape);
    }

    [Fact]
    public void The_least_integer_divided_by_minus_one_wraps_around_to_itself()
    {
        Tensor least = Tensor.Full([19], long.MinValue, DType.Int64);
        Assert.All((least / -1).ToArray<long>(), quotient => Assert.Equal(long.MinValue, quotient));
        Assert.Equal([long.MinValue, -7, 0, -long.MaxValue], (Tensor.From(long.MinValue, 7, 0, long.MaxValue) / -1).ToArray<long>());
    }

    [Theory]
    [InlineData(DType.Float32, 1e-39, 1e-19)]
    [InlineData(DType.Float64, 1e-310, 1e-154)]
    public void The_derivatives_by_a_small_divisor_are_those_of_zero_or_finite_where_they_are(DType dtype, double subnormal, double small)
    {
        foreach (double b in (double[])[subnormal, -subnormal, small, 3])
        {
            (double first, double second) = ByDivisor(0, b, upstream: 1, dtype);
            Assert.Equal((0.0, 0.0), (Math.Abs(first), Math.Abs(second)));
            Assert.Equal(0, Math.Abs(ByDivisor(0.5, small, upstream: 0, dtype).First));
        }

        double dividend = small * small;
        (double slope, double curvature) = ByDivisor(dividend, small, upstream: 1, dtype);
        Assert.Equal(-dividend / small / small, slope, 1e-5 * Math.Abs(slope));
        Assert.Equal(2 * (dividend / small / small / small), curvature, 1e-5 * curvature);
    }

    private static (double First, double Second) ByDivisor(double dividend, double divisor, double upstream, DType dtype)
    {
        Tensor b = Tensor.Full([3], divisor, dtype).Watch();
        Tensor first = (dividend / b).Backward(Tensor.Full([3], upstream, dtype), createGraph: true)[b];
        return (first[2], first.Backward(Tensor.Ones([3], dtype))[b][2]);
    }

    [Fact]
    public void Nothing_divided_is_nothing() => Assert.Equal([0, 3], (Tensor.Zeros([0, 3]) / Tensor.Zeros([3])).Shape);
}
