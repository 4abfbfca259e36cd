using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class ClampTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "clamp", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Clamp(Bound(reference, "min"), Bound(reference, "max")));

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Clamp(-1, 1), Between(-2, 2, 3, 4));

    [Fact]
    public void The_gradient_passes_on_the_bounds_and_stops_beyond_them()
    {
        Tensor x = Tensor.From(-2.0, -1, 0, 1, 2).Watch();
        TensorAssert.Holds(x.Clamp(-1, 1).Sum().Backward()[x], 0, 1, 1, 1, 0);
    }

    [Fact]
    public void One_bound_is_enough()
    {
        Tensor x = Tensor.From(double.NegativeInfinity, 0, double.PositiveInfinity, double.NaN);
        TensorAssert.Holds(x.Clamp(minimum: -1), -1, 0, double.PositiveInfinity, double.NaN);
        TensorAssert.Holds(x.Clamp(maximum: 1), double.NegativeInfinity, 0, 1, double.NaN);
    }

    [Fact]
    public void Integers_take_whole_bounds()
    {
        TensorAssert.Holds(Tensor.From<long>(-5, 0, long.MaxValue).Clamp(minimum: -2), -2, 0, long.MaxValue);
        TensorAssert.Holds(Tensor.From<byte>(3, 255).Clamp(maximum: 9), 3, 9);
        Assert.Throws<DTypeException>(() => Tensor.From<long>(1).Clamp(maximum: 0.5));
    }

    [Fact]
    public void Bounds_must_be_given_and_in_order()
    {
        Assert.Equal("clamp: give a minimum, a maximum or both", Assert.Throws<ArgumentException>(() => Tensor.Ones([1]).Clamp()).Message);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Tensor.Ones([1]).Clamp(2, 1));
        Assert.Equal("clamp: the minimum 2 must not be above the maximum 1", error.Message);
        Assert.Throws<ArgumentException>(() => Tensor.Ones([1]).Clamp(double.NaN));
    }

    private static double? Bound(ReferenceCase reference, string name) =>
        reference.Attributes.Has(name) ? reference.Attributes.Number(name) : null;
}
