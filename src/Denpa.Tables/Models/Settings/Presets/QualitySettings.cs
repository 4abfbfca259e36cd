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
    private const int MostEpochs = 96;
    private const int FewestEpochs = 8;

    // Steps by which a training of many rows has an end: of all members together, and of one network, whose steps are larger.
    private const int MostStepsOfMembers = 8_000;
    private const int MostStepsOfOne = 3_600;

    public static TrainingSettings For(TableUnderstanding understanding)
    {
        int rows = understanding.LabelledRows.Length;
        if (rows < FewestRows || understanding.Features.Any(feature => feature.Kind == ColumnKind.Image)) return new TrainingSettings();
        bool areClasses = understanding.Task == TableTask.Classification;
        return rows <= MostRowsOfMembers
            ? Of(rows, areClasses, MostStepsOfMembers / Members) with
            {
                Members = Members,
                Hidden = [64, 64],
                LearningRate = areClasses ? 0.04 : 0.2,
                WeightDecay = 0.1,
            }
            : Of(rows, areClasses, MostStepsOfOne) with
            {
                Hidden = [128, 128],
                LearningRate = areClasses ? 0.02 : 0.1,
                WeightDecay = 0.02,
            };
    }

    private static TrainingSettings Of(int rows, bool areClasses, int mostSteps)
    {
        int epochs = Math.Clamp((int)((long)mostSteps * BatchSize / rows), FewestEpochs, MostEpochs);
        return new TrainingSettings
        {
            NumericEmbedding = true,
            CategoryEmbedding = true,
            RobustScaling = true,
            ScalingLayer = true,
            Activation = areClasses ? "selu" : "silu",
            ParametricActivation = true,
            Initializer = "data",
            Optimizer = "adamw",
            LayerRates = true,
            Beta2 = 0.95,
            Schedule = "coslog",
            BatchSize = BatchSize,
            Epochs = epochs,
            Patience = epochs,
        };
    }
}
