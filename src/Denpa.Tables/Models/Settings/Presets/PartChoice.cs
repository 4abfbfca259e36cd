namespace Denpa.Tables;

/// <summary>A part of the network that learns most, which can be left out.</summary>
public sealed class PartChoice : Choice
{
    private readonly Func<TrainingSettings, bool> isIn;
    private readonly Func<TrainingSettings, TrainingSettings> without;

    private PartChoice(
        string name, string summary, Func<TrainingSettings, bool> isIn, Func<TrainingSettings, TrainingSettings> without)
        : base(name, summary) => (this.isIn, this.without) = (isIn, without);

    /// <summary>The parts.</summary>
    public static IReadOnlyList<PartChoice> All { get; } =
    [
        new("numeric-embedding", "cosines of learned frequencies beside each number", settings => settings.NumericEmbedding, settings =>
            settings with { NumericEmbedding = false }),
        new("category-embedding", "a few learned numbers for each of many categories", settings => settings.CategoryEmbedding, settings =>
            settings with { CategoryEmbedding = false }),
        new("robust-scaling", "numbers scaled by quartiles, far ones drawn in", settings => settings.RobustScaling, settings =>
            settings with { RobustScaling = false }),
        new("scaling-layer", "a learned factor for each input", settings => settings.ScalingLayer, settings =>
            settings with { ScalingLayer = false }),
        new("parametric-activation", "units that learn how bent they are", settings => settings.ParametricActivation, settings =>
            settings with { ParametricActivation = false }),
        new("layer-rates", "learning rates by the kind of weight", settings => settings.LayerRates, settings =>
            settings with { LayerRates = false, LearningRate = null, WeightDecay = 0 }),
    ];

    /// <summary>Whether settings have it.</summary>
    public bool IsIn(TrainingSettings settings) => isIn(settings);

    /// <summary>The settings without it.</summary>
    public TrainingSettings Without(TrainingSettings settings) => without(settings);
}
