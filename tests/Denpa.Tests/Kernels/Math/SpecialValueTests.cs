namespace Denpa.Tests.Kernels;

public class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData("exp", -Infinity, 0)]
    [InlineData("exp", -1000, 0)]
    [InlineData("exp", -0.0, 1)]
    [InlineData("exp", 0, 1)]
    [InlineData("exp", 1000, Infinity)]
    [InlineData("exp", Infinity, Infinity)]
    [InlineData("exp", double.NaN, double.NaN)]
    [InlineData("expm1", -Infinity, -1)]
    [InlineData("expm1", -1000, -1)]
    [InlineData("expm1", -0.0, -0.0)]
    [InlineData("expm1", 0, 0)]
    [InlineData("expm1", 1000, Infinity)]
    [InlineData("expm1", Infinity, Infinity)]
    [InlineData("expm1", double.NaN, double.NaN)]
    [InlineData("log", -Infinity, double.NaN)]
    [InlineData("log", -1, double.NaN)]
    [InlineData("log", -1e-40, double.NaN)]
    [InlineData("log", -0.0, -Infinity)]
    [InlineData("log", 0, -Infinity)]
    [InlineData("log", 1, 0)]
    [InlineData("log", Infinity, Infinity)]
    [InlineData("log", double.NaN, double.NaN)]
    [InlineData("log1p", -Infinity, double.NaN)]
    [InlineData("log1p", -1.5, double.NaN)]
    [InlineData("log1p", -1, -Infinity)]
    [InlineData("log1p", -0.0, -0.0)]
    [InlineData("log1p", 0, 0)]
    [InlineData("log1p", Infinity, Infinity)]
    [InlineData("log1p", double.NaN, double.NaN)]
    [InlineData("tanh", -Infinity, -1)]
    [InlineData("tanh", -50, -1)]
    [InlineData("tanh", -0.0, -0.0)]
    [InlineData("tanh", 0, 0)]
    [InlineData("tanh", 50, 1)]
    [InlineData("tanh", Infinity, 1)]
    [InlineData("tanh", double.NaN, double.NaN)]
    [InlineData("sigmoid", -Infinity, 0)]
    [InlineData("sigmoid", -1000, 0)]
    [InlineData("sigmoid", -0.0, 0.5)]
    [InlineData("sigmoid", 0, 0.5)]
    [InlineData("sigmoid", 1000, 1)]
    [InlineData("sigmoid", Infinity, 1)]
    [InlineData("sigmoid", double.NaN, double.NaN)]
    [InlineData("softplus", -Infinity, 0)]
    [InlineData("softplus", -1000, 0)]
    [InlineData("softplus", 1000, 1000)]
    [InlineData("softplus", Infinity, Infinity)]
    [InlineData("softplus", double.NaN, double.NaN)]
    [InlineData("erf", -Infinity, -1)]
    [InlineData("erf", -7, -1)]
    [InlineData("erf", -0.0, -0.0)]
    [InlineData("erf", 0, 0)]
    [InlineData("erf", 7, 1)]
    [InlineData("erf", Infinity, 1)]
    [InlineData("erf", double.NaN, double.NaN)]
    [InlineData("erf-derivative", -Infinity, 0)]
    [InlineData("erf-derivative", -1e20, 0)]
    [InlineData("erf-derivative", Infinity, 0)]
    [InlineData("erf-derivative", double.NaN, double.NaN)]
    [InlineData("gelu", -Infinity, 0)]
    [InlineData("gelu", -1e20, 0)]
    [InlineData("gelu", 0, 0)]
    [InlineData("gelu", 64, 64)]
    [InlineData("gelu", Infinity, Infinity)]
    [InlineData("gelu", double.NaN, double.NaN)]
    [InlineData("silu", -Infinity, 0)]
    [InlineData("silu", -1000, 0)]
    [InlineData("silu", 0, 0)]
    [InlineData("silu", 1000, 1000)]
    [InlineData("silu", Infinity, Infinity)]
    [InlineData("silu", double.NaN, double.NaN)]
    [InlineData("sin", -Infinity, double.NaN)]
    [InlineData("sin", -0.0, -0.0)]
    [InlineData("sin", 0, 0)]
    [InlineData("sin", Infinity, double.NaN)]
    [InlineData("sin", double.NaN, double.NaN)]
    [InlineData("cos", -Infinity, double.NaN)]
    [InlineData("cos", -0.0, 1)]
    [InlineData("cos", 0, 1)]
    [InlineData("cos", Infinity, double.NaN)]
    [InlineData("cos", double.NaN, double.NaN)]
    public void A_special_value_is_exact_in_both_types_and_keeps_its_sign(string name, double x, double expected)
    {
        VectorFunction function = VectorFunction.Named(name);
        foreach (Denpa.Kernels.VectorWidth width in Widths.All)
        {
            AssertSame(expected, function.Of(x, width));
            AssertSame(expected, function.Of((float)x, width));
        }
    }

    [Theory]
    [InlineData("expm1")]
    [InlineData("log1p")]
    [InlineData("tanh")]
    [InlineData("sin")]
    public void A_subnormal_number_near_which_the_function_is_the_identity_is_unchanged(string name)
    {
        VectorFunction function = VectorFunction.Named(name);
        foreach (int multiple in (int[])[1, -1, 3, -12345])
        {
            Assert.Equal(multiple * float.Epsilon, function.Of(multiple * float.Epsilon));
            Assert.Equal(multiple * double.Epsilon, function.Of(multiple * double.Epsilon));
        }
    }

    [Fact]
    public void Angles_beyond_the_reduction_are_left_to_the_platform_lane_by_lane()
    {
        Assert.Equal(Math.Sin(1e6), VectorFunction.Named("sin").Of(1e6));
        Assert.Equal(Math.Cos(-1e300), VectorFunction.Named("cos").Of(-1e300));
        Assert.Equal((float)Math.Sin(1e30f), VectorFunction.Named("sin").Of(1e30f));
        Assert.Equal((float)Math.Cos(-1e30f), VectorFunction.Named("cos").Of(-1e30f));
    }

    [Fact]
    public void Element_types_other_than_float_and_double_are_refused()
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => VectorFunction.Named("exp").Of(1L));
        Assert.Equal("vector math: the element type must be Single or Double, but is Int64", error.Message);
    }

    private static void AssertSame(double expected, double actual)
    {
        Assert.Equal(expected, actual);
        if (!double.IsNaN(expected)) Assert.Equal(double.IsNegative(expected), double.IsNegative(actual));
    }
}
