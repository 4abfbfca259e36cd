using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class AbsTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "abs", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Abs());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Abs() * x[1].Abs(), Between(0.5, 2, 2, 2), Between(-2, -0.5, 2, 2));

    [Fact]
    public void Its_derivative_at_zero_is_zero()
    {
        Tensor x = Tensor.From(-3.0, -0.0, 0.0, 3.0).Watch();
        TensorAssert.Holds(x.Abs().Sum().Backward()[x], -1, 0, 0, 1);
    }

    [Fact]
    public void It_takes_integers_and_bytes()
    {
        TensorAssert.Holds(Tensor.From<long>(-3, 0, 4).Abs(), 3, 0, 4);
        TensorAssert.Holds(Tensor.From<byte>(0, 200, 255).Abs(), 0, 200, 255);
    }

    [Fact]
    public void NaN_stays_NaN() =>
        TensorAssert.Holds(Tensor.From(double.NaN, double.NegativeInfinity).Abs(), double.NaN, double.PositiveInfinity);

    [Fact]
    public void The_least_integer_wraps_around_to_itself()
    {
        Tensor least = Tensor.Full([19], long.MinValue, DType.Int64);
        Assert.All(least.Abs().ToArray<long>(), magnitude => Assert.Equal(long.MinValue, magnitude));
        Assert.All((-least).ToArray<long>(), opposite => Assert.Equal(long.MinValue, opposite));
    }
}
