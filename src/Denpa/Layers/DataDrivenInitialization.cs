namespace Denpa;

/// <summary>
/// First weights by what the data make of them: layer after layer, each unit's weights are scaled so that over some samples its
/// pre-activation has a mean square of one, and its bias is set so that it is zero at a random place among them (after Mishkin and Matas,
/// "All you need is a good init", ICLR 2016, and Steinwart, "A sober look at neural network initializations", 2019).
/// </summary>
public static class DataDrivenInitialization
{
    /// <summary>A unit's place is the mean of so many samples.</summary>
    private const int SamplesOfPlace = 5;

    /// <summary>Scales the weights of each <see cref="Linear"/> of a network but its last, which is left as it is.</summary>
    /// <param name="network">The network, with weights of random directions.</param>
    /// <param name="samples">Inputs, [samples, features].</param>
    /// <param name="generator">Draws the samples of each unit's place.</param>
    /// <exception cref="DenpaException">The samples do not fit the network.</exception>
    public static void Apply(Sequential network, Tensor samples, Generator generator)
    {
        using GraphScope constant = Graph.WithoutGradients();
        bool wasTraining = network.IsTraining;
        network.Evaluate();
        Linear? last = network.Layers.OfType<Linear>().LastOrDefault();
        Tensor flowing = samples;
        foreach (Layer layer in network.Layers)
        {
            if (layer == last) break;
            if (layer is Linear linear) Scale(linear, flowing, generator);
            flowing = layer.Forward(flowing);
        }

        if (wasTraining) network.Train();
    }

    private static void Scale(Linear linear, Tensor inputs, Generator generator)
    {
        (Tensor weight, int units) = (linear.Weight.Value, linear.Weight.Value.Shape[0]);
        Tensor responses = inputs.MatMul(weight, transposeRight: true);
        double[] squares = (responses * responses).Mean(0).To(DType.Float64).ToArray<double>();
        double[] factors = Array.ConvertAll(squares, square => square > 0 ? 1 / Math.Sqrt(square) : 1);
        Tensor scales = Tensor.From(factors, [units, 1]).To(weight.DType);
        linear.Weight.Assign(weight * scales);
        if (linear.Bias is not { } bias) return;

        long[] drawn = Tensor.RandomIntegers([SamplesOfPlace, units], generator, 0, responses.Shape[0]).ToArray<long>();
        double[] all = responses.To(DType.Float64).ToArray<double>();
        double[] places = new double[units];
        for (int i = 0; i < drawn.Length; i++) places[i % units] += all[(drawn[i] * units) + (i % units)] / SamplesOfPlace;
        for (int unit = 0; unit < units; unit++) places[unit] *= -factors[unit];
        bias.Assign(Tensor.From(places, [units]).To(weight.DType));
    }
}
