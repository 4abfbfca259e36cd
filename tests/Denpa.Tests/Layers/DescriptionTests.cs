namespace Denpa.Tests.Layers;

public sealed class DescriptionTests
{
    [Fact]
    public void A_network_is_described_layer_by_layer()
    {
        Generator generator = new(1);
        Sequential network = new(
            new Flatten(),
            new Sequential(new Linear(64, 32, generator), new Relu(), new Dropout(0.5, generator)),
            new Linear(32, 10, generator, bias: false));
        GeneratorState before = generator.State;
        Assert.Equal(
            [
                new LayerDescription("0", "Flatten", [5, 64], 0),
                new LayerDescription("1.0", "Linear(64 → 32)", [5, 32], (64 * 32) + 32),
                new LayerDescription("1.1", "Relu", [5, 32], 0),
                new LayerDescription("1.2", "Dropout(0.5)", [5, 32], 0),
                new LayerDescription("2", "Linear(32 → 10, no bias)", [5, 10], 320),
            ],
            network.Describe([5, 8, 8]));
        Assert.Equal(before, generator.State);
        Assert.All(network.Modules, module => Assert.True(module.IsTraining));
    }

    [Fact]
    public void A_lone_layer_is_described_too() => Assert.Equal(
        [new LayerDescription("", "Linear(2 → 3)", [1, 3], 9)],
        new Linear(2, 3, new Generator(1), dtype: DType.Float64).Describe([1, 2], DType.Float64));

    [Fact]
    public void An_input_that_does_not_fit_names_the_layer()
    {
        Sequential network = new(new Linear(64, 32, new Generator(1)));
        network.Evaluate();
        Assert.Equal("0", Assert.Throws<ShapeException>(() => network.Describe([1, 3])).Layer);
        Assert.All(network.Modules, module => Assert.False(module.IsTraining));
    }
}
