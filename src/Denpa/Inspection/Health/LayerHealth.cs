namespace Denpa;

/// <summary>How one layer fared with a batch.</summary>
/// <param name="Layer">The layer's path.</param>
/// <param name="Description">What it is, such as <c>Relu</c>.</param>
/// <param name="HasParameters">Whether it has weights of its own to learn.</param>
public sealed record LayerHealth(string Layer, string Description, bool HasParameters)
{
    /// <summary>Below this part of its greatest derivative an activation is flat: a sigmoid beyond ±4.4, a tanh beyond ±2.2.</summary>
    internal const double Flat = 0.05;

    /// <summary>The mean of the outputs.</summary>
    public required double OutputMean { get; init; }

    /// <summary>The standard deviation of the outputs.</summary>
    public required double OutputDeviation { get; init; }

    /// <summary>
    /// The Euclidean norm of the loss's gradient with respect to the outputs; null where no parameter comes before them.
    /// </summary>
    public required double? GradientNorm { get; init; }

    /// <summary>The outputs of one sample.</summary>
    public required int Units { get; init; }

    /// <summary>
    /// Units of an activation whose derivative is 0 for every sample, so that nothing before them learns; null for other layers.
    /// </summary>
    public required int? DeadUnits { get; init; }

    /// <summary>The share of a sigmoid's or tanh's outputs that are where it is flat; null for other layers.</summary>
    public required double? SaturatedShare { get; init; }

    /// <summary>Whether outputs and gradients are finite.</summary>
    public bool IsFinite => double.IsFinite(OutputDeviation) && double.IsFinite(GradientNorm ?? 0);
}
