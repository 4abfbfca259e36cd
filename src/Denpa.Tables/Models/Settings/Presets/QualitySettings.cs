namespace Denpa.Tables;

/// <summary>
/// The settings by which networks learn most from tables. The recipe is that of Holzmüller, Grinsztajn and Steinwart, "Better by default:
/// strong pre-tuned MLPs and boosted trees on tabular data", NeurIPS 2024, for tables of some hundred to some ten thousand rows made
/// smaller and kept from learning rows by heart: less wide, fewer epochs, several networks, and the epoch that the rows left out call best.
/// </summary>
internal static class QualitySettings
{
    /// <summary>Of fewer rows nothing can be held out, and a plain network learns them by heart.</summary>
    private const int FewestRows = 20;

    /// <summary>Of more rows one network learns as much as several of as many steps in all.</summary>
    private const int MostRowsOfMembers = 10_000;

    private const int Members = 5;
    private const int BatchSize = 256;
    private const int MostEpochs = 128;

    /// <summary>Steps of all members together, by which a training of many rows has an end.</summary>
    private const int MostSteps = 8_000;

    private const int FewestEpochs = 8;

    public static TrainingSettings For(TableUnderstanding understanding)
    {
        int rows = understanding.LabelledRows.Length;
        if (rows < FewestRows || understanding.Features.Any(feature => feature.Kind == ColumnKind.Image)) return new TrainingSettings();
        bool areClasses = understanding.Task == TableTask.Classification;
        bool areMembers = rows <= MostRowsOfMembers;
        int members = areMembers ? Members : 1;
        int epochs = Math.Clamp((int)((long)MostSteps * BatchSize / ((long)members * rows)), FewestEpochs, MostEpochs);
        return new TrainingSettings
        {
            Members = areMembers ? members : null,
            NumericEmbedding = true,
            CategoryEmbedding = true,
            RobustScaling = true,
            ScalingLayer = true,
            Hidden = areMembers ? [64, 64] : [256, 256, 256],
            Activation = areClasses ? "selu" : "silu",
            ParametricActivation = true,
            Initializer = "data",
            Dropout = areMembers ? 0 : 0.15,
            Optimizer = "adamw",
            LayerRates = true,
            LearningRate = areClasses ? 0.04 : 0.2,
            Beta2 = 0.95,
            Schedule = "coslog",
            WeightDecay = areMembers ? 0.1 : 0.02,
            BatchSize = BatchSize,
            Epochs = epochs,
            Patience = epochs,
        };
    }
}
