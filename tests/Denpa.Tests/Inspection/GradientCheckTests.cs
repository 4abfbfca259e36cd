using Denpa.Tests.Support;
using static Denpa.Tests.Support.DerivativeAssert;

namespace Denpa.Tests;

public sealed class GradientCheckTests
{
    /// <summary>Below it a derivative counts as right; each wrong one below is off by a thousand times as much at least.</summary>
    private const double Tolerance = 1e-8;

    private static readonly OpWithDerivative SoftmaxWithoutDerivative = new(
        x => x[0].Exp() / x[0].Exp().Sum(),
        (int input, in DerivativeLink link) => Tensor.Zeros(link.InputShape(0), DType.Float64));

    [Fact]
    public void A_right_derivative_passes()
    {
        OpWithDerivative cube = new(
            x => x[0] * x[0] * x[0], (int input, in DerivativeLink link) => link.Upstream * 3 * link.Input(0) * link.Input(0));
        Assert.True(Check(cube, Between(-2, 2, 3, 4)).MaximumError < Tolerance);
    }

    [Fact]
    public void A_softmax_whose_derivative_is_zero_is_caught() => Caught(SoftmaxWithoutDerivative, Between(-1, 1, 5));

    [Fact]
    public void A_sum_of_the_output_would_hide_a_softmax_whose_derivative_is_zero()
    {
        GradientCheckResult hidden = GradientCheck.Run(
            x => SoftmaxWithoutDerivative.Apply(x[0]).Sum(), [Between(-1, 1, 5)], new Generator(1));
        Assert.True(hidden.MaximumError < Tolerance);
    }

    [Fact]
    public void Relu_with_the_derivative_of_the_sigmoid_is_caught()
    {
        OpWithDerivative slip = new(
            x => x[0].Relu(),
            (int input, in DerivativeLink link) => link.Upstream * link.Output * (1 - link.Output));
        Caught(slip, Between(-2, 2, 3, 4));
    }

    [Fact]
    public void A_dot_product_in_place_of_an_outer_product_is_caught()
    {
        OpWithDerivative slip = new(
            x => x[0].MatMul(x[1]),
            (int input, in DerivativeLink link) => input == 0
                ? (link.Upstream * link.Input(1)).Sum().BroadcastTo(link.InputShape(0))
                : link.Input(0).MatMul(link.Upstream, transposeLeft: true));
        GradientCheckResult result = Caught(slip, Between(-1, 1, 3, 3), Between(0.5, 1, 3, 1));
        Assert.Equal("input 0", result.Worst!.Value.Name);
    }

    [Fact]
    public void A_derivative_that_does_not_sum_over_broadcasting_is_refused()
    {
        OpWithDerivative slip = new(x => x[0] + x[1], (int input, in DerivativeLink link) => link.Upstream);
        GraphException error = Assert.Throws<GraphException>(() => Check(slip, Between(-1, 1, 2, 3), Between(-1, 1, 3)));
        Assert.Equal(
            "op under test: the derivative with respect to input 1 is float64 [2, 3], but the input is float64 [3]", error.Message);
    }

    [Fact]
    public void A_derivative_of_one_repetition_alone_is_caught()
    {
        OpWithDerivative slip = new(
            x => x[0] + x[1],
            (int input, in DerivativeLink link) => input == 0 ? link.Upstream : link.Upstream.SumTo([3]) * 0.5);
        Caught(slip, Between(-1, 1, 2, 3), Between(-1, 1, 3));
    }

    [Fact]
    public void A_wrong_sign_is_caught()
    {
        OpWithDerivative slip = new(x => x[0] - x[1], (int input, in DerivativeLink link) => link.Upstream);
        GradientCheckResult result = Caught(slip, Between(-1, 1, 4), Between(-1, 1, 4));
        Assert.Equal("input 1", result.Worst!.Value.Name);
    }

    [Fact]
    public void A_single_wrong_element_is_named()
    {
        Tensor onlyThird = Tensor.From(0.0, 0, 1e-4, 0);
        OpWithDerivative slip = new(x => x[0] * 2, (int input, in DerivativeLink link) => (link.Upstream * 2) + onlyThird);
        GradientComparison worst = Check(slip, Between(-1, 1, 4)).Worst!.Value;
        Assert.Equal(("input 0", 2), (worst.Name, worst.Position));
        Assert.Equal(1e-4, worst.Analytic - worst.Numeric, 9);
    }

    [Fact]
    public void A_derivative_that_is_NaN_is_infinitely_wrong()
    {
        OpWithDerivative slip = new(x => x[0] * 2, (int input, in DerivativeLink link) => link.Upstream * double.NaN);
        Assert.Equal(double.PositiveInfinity, Check(slip, Between(-1, 1, 2)).MaximumError);
    }

    [Fact]
    public void A_loss_that_forgets_a_parameter_is_caught()
    {
        Parameter weight = new(Between(-1, 1, 3));
        Assert.True(GradientCheck.Run(() => weight.Value.Square().Sum(), [weight]).MaximumError < Tolerance);
        GradientCheckResult result = GradientCheck.Run(() => (weight.Value * weight.Value.Detach()).Sum(), [weight]);
        Assert.True(result.MaximumError > 1e-2);
    }

    [Fact]
    public void Inputs_are_as_they_were_afterwards()
    {
        Tensor x = Between(-1, 1, 4);
        double[] before = TensorAssert.Values(x);
        Parameter weight = new(x);
        GradientCheck.Run(inputs => inputs[0].Exp(), [x], new Generator(1));
        GradientCheck.Run(() => weight.Value.Square().Sum(), [weight]);
        Assert.Equal(before, TensorAssert.Values(x));
        Assert.Equal(before, TensorAssert.Values(weight.Value));
    }

    [Fact]
    public void Bool_inputs_are_held_fixed()
    {
        GradientCheckResult result = GradientCheck.Run(
            x => Tensor.Where(x[0], x[1], 0), [Tensor.From(true, false), Between(-1, 1, 2)], new Generator(1));
        Assert.All(result.Comparisons, comparison => Assert.Equal("input 1", comparison.Name));
        Assert.Equal(2, result.Comparisons.Count);
    }

    [Fact]
    public void Nothing_to_check_is_nothing_wrong()
    {
        GradientCheckResult result = GradientCheck.Run(x => x[0] * 2, [Tensor.Zeros([0, 3], DType.Float64)], new Generator(1));
        Assert.Null(result.Worst);
        Assert.Equal(0, result.MaximumError);
    }

    [Fact]
    public void Float32_is_refused()
    {
        DTypeException error = Assert.Throws<DTypeException>(() => GradientCheck.Run(x => x[0] * 2, [Tensor.Ones([1])], new Generator(1)));
        Assert.Equal("gradient check: float32 is too coarse for differences; convert with .To(DType.Float64)", error.Message);
    }

    private static GradientCheckResult Check(SingleOutputOp op, params Tensor[] inputs) =>
        GradientCheck.Run(x => op.Apply([.. x]), inputs, new Generator(5));

    private static GradientCheckResult Caught(SingleOutputOp op, params Tensor[] inputs)
    {
        GradientCheckResult result = Check(op, inputs);
        Assert.True(result.MaximumError > 1000 * Tolerance, result.Worst.ToString());
        return result;
    }
}
