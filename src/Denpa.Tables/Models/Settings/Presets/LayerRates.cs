namespace Denpa.Tables;

/// <summary>
/// The parameters of a table's network in groups with learning rates and weight decays of their own. The rate is that of a weight of a
/// typical size of one; a weight of a layer of d inputs is typically √d smaller, and so are its steps, while each of them shrinks by as
/// much as any other (Holzmüller, Grinsztajn and Steinwart, "Better by default", NeurIPS 2024, where the layer divides by √d instead).
/// </summary>
internal static class LayerRates
{
    private const double OfBias = 0.1;
    private const double OfScale = 6;
    private const double OfAlpha = 0.1;
    private const double OfNumbers = 0.1;

    /// <param name="network">The network.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="decay">The weight decay.</param>
    public static IReadOnlyList<ParameterGroup> Of(Sequential network, double rate, double decay) =>
        [.. TableNetwork.MembersOf(network).SelectMany(member => member.Layers).SelectMany(layer => OfLayer(layer, rate, decay))];

    private static IEnumerable<ParameterGroup> OfLayer(Layer layer, double rate, double decay)
    {
        if (!layer.Parameters.Any()) yield break;
        switch (layer)
        {
            case Linear linear:
                double root = Math.Sqrt(linear.Weight.Value.Shape[1]);
                yield return new ParameterGroup([linear.Weight], rate / root, decay * root);
                yield return new ParameterGroup([linear.Bias!], rate * OfBias);
                break;
            case FeatureScale:
                yield return new ParameterGroup(layer.Parameters, rate * OfScale, decay / OfScale);
                break;
            case ParametricActivation:
                yield return new ParameterGroup(layer.Parameters, rate * OfAlpha);
                break;
            case PeriodicEmbedding:
                yield return new ParameterGroup(layer.Parameters, rate * OfNumbers, decay);
                break;
            default:
                yield return new ParameterGroup(layer.Parameters, rate, decay);
                break;
        }
    }
}
