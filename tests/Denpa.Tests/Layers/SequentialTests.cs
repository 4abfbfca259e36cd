namespace Denpa.Tests.Layers;

public sealed class SequentialTests
{
    [Fact]
    public void A_network_prints_the_table_of_its_layers()
    {
        Generator generator = new();
        Sequential network = new(
            new Linear(64, 32, generator), new Relu(), new Sequential(new Dropout(0.5, generator), new Linear(32, 10, generator)));
        Freeze(network.Layers[0]);
        Assert.Equal(
            """
            layer  kind             output   parameters
            0      Linear(64 → 32)  [n, 32]       2,080  frozen
            1      Relu             [n, 32]           0
            2.0    Dropout(0.5)     [n, 32]           0
            2.1    Linear(32 → 10)  [n, 10]         330
            2,410 parameters, 2,080 of them frozen
            """.ReplaceLineEndings("\n"),
            network.ToString());
    }

    [Fact]
    public void Detached_layers_are_the_body_of_another_network()
    {
        Generator generator = new();
        Sequential old = new(new Linear(3, 4, generator), new Tanh(), new Linear(4, 2, generator));
        float[] weights = ((Linear)old.Layers[0]).Weight.Value.ToArray<float>();

        Sequential network = new([.. old.Detach(..^1), new Linear(4, 5, generator)]);

        Assert.Equal(weights, ((Linear)network.Layers[0]).Weight.Value.ToArray<float>());
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], network.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["0.weight", "0.bias"], old.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([2, 5], network.Forward(Tensor.Zeros([2, 3])).Shape);
    }

    [Fact]
    public void A_new_head_learns_while_the_frozen_body_keeps_every_bit()
    {
        Generator generator = new();
        Sequential old = new(new Linear(2, 8, generator), new Tanh(), new Linear(8, 3, generator));
        Sequential network = new([.. old.Detach(..^1), new Linear(8, 1, generator)]);
        Freeze(network.Layers[0]);
        float[] body = ((Linear)network.Layers[0]).Weight.Value.ToArray<float>();
        float[] head = ((Linear)network.Layers[2]).Weight.Value.ToArray<float>();

        network.Fit(new float[,] { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } }, [false, true, true, false]);

        Assert.Equal(body, ((Linear)network.Layers[0]).Weight.Value.ToArray<float>());
        Assert.NotEqual(head, ((Linear)network.Layers[2]).Weight.Value.ToArray<float>());
    }

    private static void Freeze(Layer layer)
    {
        foreach (Parameter parameter in layer.Parameters) parameter.IsFrozen = true;
    }
}
