using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class ConstantPowerTests
{
    [Theory]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(-0.5)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1.7)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Its_first_and_second_derivatives_agree_with_differences(double exponent) =>
        FirstAndSecond(x => x[0].Power(exponent), Between(0.5, 2, 3, 4));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(1.5)]
    [InlineData(-4)]
    public void It_agrees_with_the_platforms_power(double exponent)
    {
        Tensor x = Between(0.1, 10, 40);
        double[] expected = [.. TensorAssert.Values(x).Select(value => Math.Pow(value, exponent))];
        TensorAssert.Close([40], expected, x.Power(exponent), relative: 1e-15, absolute: 0);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1.5, 0, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(0.5, 0, double.PositiveInfinity)]
    [InlineData(-1, double.PositiveInfinity, double.NegativeInfinity)]
    public void At_zero_it_has_the_limits_value_and_derivative(double exponent, double value, double derivative)
    {
        Tensor x = Tensor.From(0.0).Watch();
        Tensor y = x.Power(exponent);
        TensorAssert.Holds(y, value);
        TensorAssert.Holds(y.Backward()[x], derivative);
    }

    [Fact]
    public void The_square_has_the_second_derivative_two_and_the_third_zero()
    {
        Tensor x = Tensor.From(0.0).Watch();
        Tensor second = x.Square().Backward(createGraph: true)[x].Backward(createGraph: true)[x];
        TensorAssert.Holds(second, 2);
        TensorAssert.Holds(x.Power(3).Backward(createGraph: true)[x].Backward(createGraph: true)[x].Backward()[x], 6);
    }

    [Fact]
    public void The_first_power_is_the_tensor_itself()
    {
        Tensor x = Tensor.From(1.0, -2.0);
        Assert.Same(x, x.Power(1));
        Assert.Throws<DTypeException>(() => Tensor.From<long>(2).Power(1));
    }

    [Fact]
    public void Its_formulas_name_the_exponent() =>
        Assert.Equal("∂L/∂x = ∂L/∂y · 0.5 · x^-0.5", new ConstantPowerOp(0.5).DerivativeFormula);

    [Theory]
    [InlineData(DType.Float32, 1e-39)]
    [InlineData(DType.Float64, 1e-310)]
    public void A_gradient_of_zero_stays_zero_where_the_next_lower_power_overflows(DType dtype, double subnormal)
    {
        Tensor x = Tensor.Full([3], subnormal * 1000, dtype).Watch();
        TensorAssert.Holds(x.Power(-1).Backward(Tensor.Zeros([3], dtype))[x].Abs(), 0, 0, 0);
        Tensor small = Tensor.Full([3], subnormal, dtype).Watch();
        TensorAssert.Holds(small.Power(0).Backward(Tensor.Ones([3], dtype))[small], 0, 0, 0);
    }

    [Fact]
    public void A_small_gradient_is_right_where_the_next_lower_power_overflows()
    {
        Tensor x = Tensor.From(1e-13f).Watch();
        TensorAssert.Close([1], [-2e33], x.Power(-2).Backward(Tensor.From(1e-6f))[x], 1e-5, 0);
    }

    [Fact]
    public void Negative_powers_of_zero_have_infinite_derivatives_of_the_right_sign()
    {
        Tensor x = Tensor.From(0.0, -0.0).Watch();
        TensorAssert.Holds(x.Power(-1).Backward(Tensor.Ones([2], DType.Float64))[x], double.NegativeInfinity, double.NegativeInfinity);
        TensorAssert.Holds(x.Power(-2).Backward(Tensor.Ones([2], DType.Float64))[x], double.NegativeInfinity, double.PositiveInfinity);
    }
}
