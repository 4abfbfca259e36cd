namespace Denpa.Cli.Bench.Families;

/// <summary>A fully connected network with ReLU between its layers.</summary>
/// <param name="widths">The inputs, the units of each layer, the outputs.</param>
internal sealed class Network(params int[] widths)
{
    public int Inputs => widths[0];

    public int Outputs => widths[^1];

    /// <summary>Multiplications and additions in the products of a forward pass.</summary>
    public double PredictionOperations(int rows) => 2.0 * rows * Weights(firstLayer: 0);

    /// <summary>
    /// Multiplications and additions in the products of a training step: forward, the gradients of all weights, and those of all
    /// inputs but the first layer's.
    /// </summary>
    public double TrainingOperations(int rows) => 2.0 * rows * ((2 * Weights(firstLayer: 0)) + Weights(firstLayer: 1));

    public Sequential Create() => Create(() => new Relu(), output: null);

    public Sequential Create(Func<Layer> activation, Layer? output)
    {
        Generator generator = new(seed: 1);
        List<Layer> layers = [];
        for (int layer = 0; layer + 1 < widths.Length; layer++)
        {
            if (layer > 0) layers.Add(activation());
            layers.Add(new Linear(widths[layer], widths[layer + 1], generator));
        }

        if (output is not null) layers.Add(output);
        return new Sequential(layers);
    }

    /// <summary>Such as 784-50-10.</summary>
    public override string ToString() => string.Join('-', widths);

    private double Weights(int firstLayer)
    {
        double weights = 0;
        for (int layer = firstLayer; layer + 1 < widths.Length; layer++) weights += (double)widths[layer] * widths[layer + 1];
        return weights;
    }
}
