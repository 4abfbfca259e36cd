using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

/// <summary>The activation layers, which are ops with a place in a network.</summary>
public sealed class ActivationTests
{
    private static readonly (Layer Layer, string Text, Func<Tensor, Tensor> Function)[] Layers =
    [
        (new Identity(), "Identity", x => x),
        (new Heaviside(), "Heaviside", x => x.Heaviside()),
        (new Sigmoid(), "Sigmoid", x => x.Sigmoid()),
        (new Tanh(), "Tanh", x => x.Tanh()),
        (new Relu(), "Relu", x => x.Relu()),
        (new LeakyRelu(0.2), "LeakyRelu(slope 0.2)", x => x.LeakyRelu(0.2)),
        (new Elu(0.7), "Elu(alpha 0.7)", x => x.Elu(0.7)),
        (new Gelu(), "Gelu", x => x.Gelu()),
        (new Gelu(approximate: true), "Gelu(by tanh)", x => x.GeluTanh()),
        (new Silu(), "Silu", x => x.Silu()),
        (new Selu(), "Selu", x => x.Selu()),
        (new Mish(), "Mish", x => x.Mish()),
        (new Softplus(), "Softplus", x => x.Softplus()),
        (new Softmax(), "Softmax(axis -1)", x => x.Softmax()),
        (new LogSoftmax(0), "LogSoftmax(axis 0)", x => x.LogSoftmax(0)),
    ];

    private static readonly Tensor Input = Tensor.Normal([3, 5], new Generator(2), dtype: DType.Float64);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Layers.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_layer_is_its_op_and_says_its_name(int place)
    {
        (Layer layer, string text, Func<Tensor, Tensor> function) = Layers[place];
        TensorAssert.Close(function(Input), layer.Forward(Input), 0, 0);
        Assert.Equal(text, layer.ToString());
        Assert.Empty(layer.Parameters);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Derivatives_agree_with_central_differences(int place) =>
        TensorAssert.Passes(GradientCheck.Run(t => Layers[place].Layer.Forward(t[0]), [Input], new Generator(3)));

    [Fact]
    public void Identity_is_the_input_itself() => Assert.Same(Input, new Identity().Forward(Input));
}
