using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class PowerTests
{
    [Theory]
    [MemberData(nameof(ReferenceFixtures.Ops), "power", MemberType = typeof(ReferenceFixtures))]
    public void Agrees_with_PyTorch(ReferenceCase reference) => OpFixtureAssert.Agrees(
        reference, x => x.Length == 2 ? x[0].Power(x[1]) : x[0].Power(reference.Attributes.Number("exponent")));

    [Fact]
    public void Its_first_and_second_derivatives_agree_with_differences() =>
        FirstAndSecond(x => x[0].Power(x[1]), Between(0.5, 2, 3, 1), Between(-2, 2, 4));

    [Fact]
    public void At_zero_to_the_zero_the_value_is_one_and_the_derivatives_are_zero()
    {
        Tensor a = Tensor.From(0.0).Watch();
        Tensor b = Tensor.From(0.0).Watch();
        Tensor y = a.Power(b);
        Gradients gradients = y.Backward();
        TensorAssert.Holds(y, 1);
        TensorAssert.Holds(gradients[a], 0);
        TensorAssert.Holds(gradients[b], 0);
    }

    [Fact]
    public void A_negative_base_has_whole_powers_alone() => TensorAssert.Holds(
        Tensor.From(-2.0, -2.0, -2.0).Power(Tensor.From(3, -1, 0.5)), -8, -0.5, double.NaN);

    [Fact]
    public void Integers_are_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => Tensor.From<long>(2).Power(Tensor.From<long>(3)));
        Assert.Equal("power: needs float32 or float64, got int64; convert with .To(DType.Float32)", error.Message);
    }
}
