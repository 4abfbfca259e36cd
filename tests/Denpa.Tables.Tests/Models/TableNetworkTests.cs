namespace Denpa.Tables.Tests;

public sealed class TableNetworkTests
{
    [Fact]
    public void Each_hidden_layer_has_an_activation_and_the_output_none() => Assert.Equal(
        "Linear(7 → 5) → Tanh → Linear(5 → 4) → Tanh → Linear(4 → 3)",
        TableNetwork.Describe(Build(new TrainingSettings { Hidden = [5, 4], Activation = "tanh" })));

    [Fact]
    public void Dropout_follows_each_activation() => Assert.Equal(
        "Linear(7 → 5) → Relu → Dropout(0.25) → Linear(5 → 3)",
        TableNetwork.Describe(Build(new TrainingSettings { Hidden = [5], Dropout = 0.25 })));

    [Fact]
    public void Without_hidden_layers_it_is_linear() =>
        Assert.Equal("Linear(7 → 3)", TableNetwork.Describe(Build(new TrainingSettings { Hidden = [] })));

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Parameters_have_the_element_type(DType dtype) =>
        Assert.All(Build(new TrainingSettings { DType = dtype }).Parameters, parameter => Assert.Equal(dtype, parameter.Value.DType));

    /// <summary>
    /// Of 7 inputs and 200 units: He's uniform distribution ends at √(6/7) ≈ 0.926, Glorot's at √(6/207) ≈ 0.170, and among 1400 draws
    /// some are near the end.
    /// </summary>
    [Theory]
    [InlineData("auto", "relu", 0.926)]
    [InlineData("auto", "gelu", 0.926)]
    [InlineData("auto", "tanh", 0.170)]
    [InlineData("auto", "identity", 0.170)]
    [InlineData("xavier", "relu", 0.170)]
    [InlineData("he", "tanh", 0.926)]
    [InlineData("zeros", "relu", 0)]
    public void Initial_weights_are_spread_by_the_initialiser_and_the_activation(string initializer, string activation, double end)
    {
        Sequential network = Build(new TrainingSettings { Hidden = [200], Initializer = initializer, Activation = activation });
        float largest = network.SaveState()["0.weight"].ToArray<float>().Max(Math.Abs);

        Assert.InRange(largest, end * 0.98, end * 1.001);
    }

    [Fact]
    public void Normal_weights_have_the_deviation_that_was_asked_for()
    {
        TrainingSettings settings = new() { Hidden = [500], Initializer = "normal:0.01" };
        float[] weights = Build(settings).SaveState()["0.weight"].ToArray<float>();

        Assert.InRange(Math.Sqrt(weights.Average(weight => (double)weight * weight)), 0.0095, 0.0105);
    }

    [Theory]
    [InlineData("auto", true)]
    [InlineData("xavier", true)]
    [InlineData("he", true)]
    [InlineData("zeros", true)]
    [InlineData("normal:0.1", true)]
    [InlineData("normal:1e-3", true)]
    [InlineData("normal:", false)]
    [InlineData("normal:0", false)]
    [InlineData("normal:-1", false)]
    [InlineData("normal:NaN", false)]
    [InlineData("normal:1e999", false)]
    [InlineData("normal", false)]
    [InlineData("He", false)]
    [InlineData("", false)]
    public void An_initialiser_is_known_by_its_name(string name, bool known)
    {
        Assert.Equal(known, InitializerChoice.IsKnown(name));
        string? problem = Record.Exception(() => Build(new TrainingSettings { Initializer = name }))?.Message;
        Assert.Equal(
            known ? null : $"no initialiser is called \"{name}\": use auto, xavier, he, data, zeros, or normal:STD such as normal:0.1",
            problem);
    }

    [Fact]
    public void The_same_generator_gives_the_same_weights() =>
        Assert.Equal(Small.Bits(Build(new TrainingSettings())), Small.Bits(Build(new TrainingSettings())));

    private static Sequential Build(TrainingSettings settings) =>
        TableNetwork.Of(Small.Schema(7, 3), settings, new Generator(2));
}
