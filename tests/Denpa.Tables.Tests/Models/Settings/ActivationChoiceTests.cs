namespace Denpa.Tables.Tests;

public sealed class ActivationChoiceTests
{
    [Theory]
    [InlineData("relu", typeof(Relu))]
    [InlineData("sigmoid", typeof(Sigmoid))]
    [InlineData("tanh", typeof(Tanh))]
    [InlineData("leaky-relu", typeof(LeakyRelu))]
    [InlineData("elu", typeof(Elu))]
    [InlineData("gelu", typeof(Gelu))]
    [InlineData("silu", typeof(Silu))]
    [InlineData("selu", typeof(Selu))]
    [InlineData("mish", typeof(Mish))]
    [InlineData("softplus", typeof(Softplus))]
    [InlineData("identity", typeof(Identity))]
    [InlineData("step", typeof(Heaviside))]
    public void An_activation_goes_by_its_name(string name, Type type) => Assert.IsType(type, Activation(name));

    [Fact]
    public void An_unknown_activation_is_answered_with_those_that_are() => Assert.Equal(
        "no activation is called \"relo\": use one of "
            + "relu, sigmoid, tanh, leaky-relu, elu, gelu, silu, selu, mish, softplus, identity, step",
        Assert.Throws<ArgumentException>(() => Activation("relo")).Message);

    private static Activation Activation(string name) => ActivationChoice.Of(new TrainingSettings { Activation = name }).Create();
}
