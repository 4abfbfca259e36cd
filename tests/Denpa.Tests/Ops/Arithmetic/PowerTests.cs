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

    [Theory]
    [InlineData(DType.Float32, 1e-39)]
    [InlineData(DType.Float64, 1e-310)]
    public void The_power_zero_is_flat_also_at_a_subnormal_base(DType dtype, double subnormal)
    {
        foreach (double a in (double[])[0, subnormal, -subnormal, 3, double.PositiveInfinity])
        {
            (double byBase, _, double twice, _) = Derivatives(a, 0, dtype);
            Assert.Equal((0.0, 0.0), (byBase, twice));
        }

        Assert.Equal(1, Derivatives(subnormal, subnormal, dtype).ByBase, 1e-6);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void At_the_base_zero_the_derivative_by_the_exponent_is_what_it_tends_to(DType dtype)
    {
        foreach (double b in (double[])[0, 1e-3, 0.5, 1, 2, 50]) Assert.Equal(0, Derivatives(0, b, dtype).ByExponent);
        foreach (double b in (double[])[-1e-3, -1, -7.5]) Assert.Equal(double.NegativeInfinity, Derivatives(0, b, dtype).ByExponent);
    }

    [Fact]
    public void Derivatives_agree_with_their_formulas_where_the_next_lower_power_overflows()
    {
        (double byBase, double byExponent, double twice, double mixed) = Derivatives(1e-30, 0.1, DType.Float32);
        double power = Math.Pow((float)1e-30, (float)0.1);
        Assert.Equal(0.1 * power / 1e-30, byBase, 1e-5 * byBase);
        Assert.Equal(power * Math.Log(1e-30), byExponent, 1e-5);
        Assert.Equal(double.NegativeInfinity, twice);
        Assert.Equal(power / 1e-30 * (1 + (0.1 * Math.Log(1e-30))), mixed, 1e-4 * Math.Abs(mixed));
    }

    [Fact]
    public void At_the_base_zero_the_mixed_derivative_is_what_it_tends_to()
    {
        Assert.Equal(0, Derivatives(0, 2, DType.Float64).Mixed);
        Assert.Equal(double.NegativeInfinity, Derivatives(0, 0.5, DType.Float64).Mixed);
        Assert.Equal(double.PositiveInfinity, Derivatives(0, 0, DType.Float64).Mixed);
        Assert.Equal(double.PositiveInfinity, Derivatives(0, -1, DType.Float64).Mixed);
    }

    private static (double ByBase, double ByExponent, double Twice, double Mixed) Derivatives(double a, double b, DType dtype)
    {
        (Tensor x, Tensor exponent) = (Tensor.Full([2], a, dtype).Watch(), Tensor.Full([2], b, dtype).Watch());
        Gradients first = x.Power(exponent).Backward(Tensor.Ones([2], dtype), createGraph: true);
        Gradients second = first[x].Backward(Tensor.Ones([2], dtype));
        return (first[x][1], first[exponent][1], second[x][1], second[exponent][1]);
    }
}
