using Denpa.Tests.Support;

namespace Denpa.Tests.Optimizers.Clipping;

public sealed class ClippingTests
{
    private static readonly Parameter First = new(Tensor.From(1.0, 2));
    private static readonly Parameter Second = new(Tensor.From(-2.0));

    private static Gradients ThreeFourAndMinusTwelve() =>
        ((Tensor.From(3.0, 4) * First.Value).Sum() + (Second.Value * -12.0).Sum()).Backward();

    [Fact]
    public void The_norm_is_that_of_all_gradients_as_one_vector() => Assert.Equal(13, ThreeFourAndMinusTwelve().Norm().Item());

    [Fact]
    public void Clipping_by_norm_scales_all_by_one_factor()
    {
        Gradients clipped = ThreeFourAndMinusTwelve().ClipByNorm(1.3);
        TensorAssert.Close([2], [0.3, 0.4], clipped[First], 1e-6, 0);
        TensorAssert.Close([1], [-1.2], clipped[Second], 1e-6, 0);
        Assert.True(clipped.Norm().Item() <= 1.3);
    }

    [Fact]
    public void Gradients_within_the_norm_keep_their_bits() =>
        TensorAssert.Holds(ThreeFourAndMinusTwelve().ClipByNorm(13.1)[First], 3, 4);

    [Fact]
    public void Clipping_by_value_brings_each_element_into_bounds()
    {
        Gradients clipped = ThreeFourAndMinusTwelve().ClipByValue(3.5);
        TensorAssert.Holds(clipped[First], 3, 3.5);
        TensorAssert.Holds(clipped[Second], -3.5);
    }

    [Theory]
    [InlineData(3e19f)]
    [InlineData(1e30f)]
    [InlineData(2e38f)]
    public void Squares_that_a_float32_cannot_hold_are_added_in_float64(float size)
    {
        Parameter parameter = new(Tensor.From(1f, 1));
        Gradients gradients = (Tensor.From(size, -size) * parameter.Value).Sum().Backward();
        Assert.Equal(1, gradients.Norm().Item() / (Math.Sqrt(2) * size), 1e-12);
        double maximum = size * 0.5;
        double expected = maximum / (1 + (1e-6 / (Math.Sqrt(2) * size))) / Math.Sqrt(2);
        Tensor clipped = gradients.ClipByNorm(maximum)[parameter];
        Assert.Equal(1, clipped.ElementAt(0) / expected, 1e-6);
        Assert.Equal(1, clipped.ElementAt(1) / -expected, 1e-6);
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e308)]
    [InlineData(1e-200)]
    [InlineData(5e-324)]
    public void A_norm_of_float64_is_right_where_squares_run_over_or_under(double size)
    {
        Parameter parameter = new(Tensor.From(1.0));
        Assert.Equal(size, (parameter.Value * size).Sum().Backward().Norm().Item());
    }

    [Fact]
    public void A_factor_too_small_for_a_float32_leaves_something_of_the_gradients()
    {
        Parameter parameter = new(Tensor.From(1f));
        Tensor clipped = (parameter.Value * 2e38f).Sum().Backward().ClipByNorm(1e-10)[parameter];
        Assert.Equal(1, clipped.ElementAt(0) / 1e-10, 1e-6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_norm_that_is_not_finite_is_said_with_the_parameter(double gradient)
    {
        Linear layer = new(1, 1, new Generator(0), dtype: DType.Float64);
        Sequential network = new(layer);
        Gradients gradients = ((layer.Weight.Value * 2).Sum() + (layer.Bias!.Value * gradient).Sum()).Backward();
        Assert.False(double.IsFinite(gradients.Norm().Item()));
        string message = Assert.Throws<NonFiniteException>(() => gradients.ClipByNorm(1)).Message;
        Assert.StartsWith("clip by norm: the norm of the gradient of parameter \"0.bias\" is ", message, StringComparison.Ordinal);
        Assert.Equal(2, network.Parameters.Count());
    }

    [Fact]
    public void A_replay_looks_at_the_norm_as_well()
    {
        Parameter parameter = new(Tensor.From(1.0));
        Sgd optimizer = new([parameter], 0.5);
        Plan plan = Plan.Compile(inputs =>
        {
            Tensor loss = (parameter.Value * inputs[0]).Sum();
            optimizer.Step(loss.Backward().ClipByNorm(1));
            return loss;
        });
        plan.RunItem(Tensor.From(0.25));
        plan.RunItem(Tensor.From(0.5));
        TensorAssert.Holds(parameter.Value, 0.625);
        Assert.Throws<NonFiniteException>(() => plan.RunItem(Tensor.From(double.NaN)));
        TensorAssert.Holds(parameter.Value, 0.625);
    }

    [Fact]
    public void Norm_and_scale_have_the_derivatives_of_their_formulas()
    {
        Tensor x = DerivativeAssert.Between(-2, 2, 3, 5);
        DerivativeAssert.FirstAndSecond(inputs => NormOp.Instance.Apply(inputs[0]), x);
        DerivativeAssert.FirstAndSecond(inputs => ScaleOp.Instance.Apply(inputs[0], inputs[1]), x, Tensor.Scalar(0.7));
        Tensor zero = Tensor.Zeros([2], DType.Float64).Watch();
        TensorAssert.Holds(NormOp.Instance.Apply(zero).Backward()[zero], 0, 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(16384)]
    [InlineData(16385)]
    [InlineData(100_003)]
    public void A_norm_is_the_same_at_any_number_of_threads_and_near_the_sum_in_order(int length)
    {
        foreach (DType dtype in (ReadOnlySpan<DType>)[DType.Float32, DType.Float64])
        {
            Tensor x = Tensor.Uniform([length], new Generator(3), -1, 1, dtype);
            double norm = NormOp.Instance.Apply(x).Item();
            Assert.Equal(Math.Sqrt(Enumerable.Range(0, length).Sum(i => x.ElementAt(i) * x.ElementAt(i))), norm, 1e-9);
            using IDisposable alone = Workers.Limit(1);
            Assert.Equal(norm, NormOp.Instance.Apply(x).Item());
        }
    }

    [Fact]
    public void Gradients_of_zero_stay_zero() =>
        TensorAssert.Holds((0.0 * First.Value).Sum().Backward().ClipByNorm(1)[First], 0, 0);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_maximum_is_above_zero(double maximum)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreeFourAndMinusTwelve().ClipByNorm(maximum));
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreeFourAndMinusTwelve().ClipByValue(maximum));
    }
}
