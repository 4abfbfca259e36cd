using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class ParametricActivationTests
{
    private static readonly Tensor Input = Tensor.From([-1.0, 2, 3, -4], [2, 2]);

    [Fact]
    public void It_begins_as_the_activation_itself() =>
        TensorAssert.Close(Input.Relu(), new ParametricActivation(new Relu(), 2, DType.Float64).Forward(Input), 0, 0);

    [Fact]
    public void Each_feature_takes_its_part_of_the_activation()
    {
        ParametricActivation layer = new(new Relu(), 2, DType.Float64);
        layer.Alpha.Assign(Tensor.From(0.25, 0));

        // (1 − 0.25) · −1 + 0.25 · 0, and the second feature is linear.
        TensorAssert.Close([2, 2], [-0.75, 2, 3, -4], layer.Forward(Input), 1e-15, 1e-15);
    }

    [Fact]
    public void Derivatives_agree_with_central_differences()
    {
        ParametricActivation layer = new(new Silu(), 2, DType.Float64);
        TensorAssert.Passes(GradientCheck.Run(t => layer.Forward(t[0]), [Input], new Generator(1)));
        TensorAssert.Passes(GradientCheck.Run(() => (layer.Forward(Input) * Input).Sum(), layer.Parameters));
    }

    [Fact]
    public void An_activation_has_one_place()
    {
        Relu relu = new();
        ParametricActivation layer = new(relu, 2);
        Assert.Equal("ParametricActivation(Relu)", layer.ToString());
        Assert.Throws<ArgumentException>(() => new ParametricActivation(relu, 2));
    }
}
