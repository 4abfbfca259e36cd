namespace Denpa.Tables.Tests;

public sealed class LayerRatesTests
{
    /// <summary>A weight of 16 inputs steps a quarter as far, and shrinks by as much of itself: 0.04 / 4 · 0.1 · 4 is 0.04 · 0.1.</summary>
    [Fact]
    public void Each_kind_of_weight_has_its_rate()
    {
        TableSchema schema = Small.Schema(4, 3);
        TrainingSettings settings = new()
        {
            NumericEmbedding = true,
            ScalingLayer = true,
            ParametricActivation = true,
            Hidden = [9],
        };
        Sequential network = TableNetwork.Of(schema, settings, new Generator(0));
        IReadOnlyList<ParameterGroup> groups = LayerRates.Of(network, 0.04, 0.1);

        Assert.Equal(network.Parameters, groups.SelectMany(group => group.Parameters));
        AssertRate("0.frequency", 0.004, 0.1);
        AssertRate("1.weight", 0.24, 0.1 / 6);
        AssertRate("2.weight", 0.01, 0.4);
        AssertRate("2.bias", 0.004, 0);
        AssertRate("3.alpha", 0.004, 0);
        AssertRate("4.weight", 0.04 / 3, 0.1 * 3);

        void AssertRate(string name, double rate, double decay)
        {
            ParameterGroup group = groups.Single(group => group.Parameters.Any(parameter => parameter.Name == name));
            Assert.Equal(rate, group.InitialLearningRate, 1e-12);
            Assert.Equal(decay, group.WeightDecay, 1e-12);
        }
    }
}
