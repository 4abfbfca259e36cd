using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class ReluTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "relu", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) =>
        OpFixtureAssert.Agrees(reference, x => x[0].Relu());

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Relu(), Between(0.1, 2, 2, 2));

    [Fact]
    public void Its_derivative_at_zero_is_zero()
    {
        Tensor x = Tensor.From(-1.0, -0.0, 0.0, 1.0).Watch();
        TensorAssert.Holds(x.Relu().Sum().Backward()[x], 0, 0, 0, 1);
    }

    [Fact]
    public void NaN_stays_NaN() => TensorAssert.Holds(
        Tensor.From(double.NaN, double.NegativeInfinity, double.PositiveInfinity).Relu(), double.NaN, 0, double.PositiveInfinity);

    [Fact]
    public void An_infinite_gradient_does_not_leak_through_a_closed_gate()
    {
        Tensor x = Tensor.From(-1.0, 1.0).Watch();
        Tensor upstream = Tensor.From(double.PositiveInfinity, double.PositiveInfinity);
        TensorAssert.Holds(x.Relu().Backward(upstream)[x], 0, double.PositiveInfinity);
    }
}
