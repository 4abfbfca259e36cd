using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Denpa.Tables;

/// <summary>A run of a training that was made ready.</summary>
/// <param name="prepared">What it begins with, and the network that it changes.</param>
public sealed class TableTraining(PreparedTraining prepared)
{
    // What the trainer compares by itself, and the time limit, which a resumed run may have anew.
    private static readonly string[] NotToCompare = ["epochs", "batchSize", "patience", "clipNorm", "seed", "timeLimit"];

    // What so few units do in a step is done before other threads have taken a share of it.
    private const int MostUnitsAlone = 64;

    /// <summary>Trains the network. A second run goes on from the weights of the first.</summary>
    /// <param name="checkpoints">Where the state is saved as it goes, or null.</param>
    /// <param name="resumeFrom">A checkpoint to go on from, or null.</param>
    /// <param name="progress">Told of every step and epoch.</param>
    /// <param name="cancellationToken">Ends the training early; the best weights so far are kept.</param>
    /// <exception cref="DivergenceException">The loss ran away.</exception>
    /// <exception cref="CheckpointException">The checkpoint is of other data or settings.</exception>
    public TrainingResult Run(
        CheckpointStore? checkpoints = null,
        Checkpoint? resumeFrom = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        TrainingSettings settings = prepared.Settings;
        using IDisposable? alone = settings.Hidden.All(units => units <= MostUnitsAlone) ? Workers.Limit(1) : null;
        Optimizer optimizer = OptimizerChoice.Of(settings).Create(settings, prepared.Network);
        Objective objective = prepared.Network.Layers is [Ensemble ensemble]
            ? new EnsembleLearning(ensemble, prepared.Loss)
            : new SupervisedLearning(prepared.Network, prepared.Loss);
        Trainer trainer = new(objective, optimizer, Options(settings), prepared.CreateSchedule())
        {
            Metrics = Metrics(),
            Checkpoints = checkpoints,
        };
        bool isFolded = settings.AreMembers;
        Dataset training = isFolded ? prepared.Data.FoldedSet() : prepared.Data.TrainingSet();
        return trainer.Fit(training, isFolded ? training : prepared.Data.ValidationSet(), resumeFrom, progress, cancellationToken);
    }

    /// <summary>What is measured after each epoch: the usual number of the task, and the one that is watched.</summary>
    private Metric[] Metrics()
    {
        Metric usual = prepared.Schema.Target.Task == TableTask.Classification ? Metric.Accuracy : Metric.RSquared;
        return prepared.Watched is { } watched && watched.Name != usual.Name ? [usual, watched] : [usual];
    }

    private TrainingOptions Options(TrainingSettings settings) => new()
    {
        Watch = prepared.Watched?.Name,
        Epochs = settings.Epochs,
        BatchSize = settings.BatchSize,
        Sampling = settings.Shuffle ? BatchSampling.Shuffled : BatchSampling.InOrder,
        Patience = settings.Patience,
        KeepBest = true,
        ClipNorm = settings.ClipNorm,
        TimeLimit = settings.TimeLimit,
        Seed = settings.Seed,
        Settings = Fingerprints(settings),
    };

    /// <summary>What a resumed run must have in common with its checkpoint, one by one, so that a refusal can say what differs.</summary>
    private Dictionary<string, string> Fingerprints(TrainingSettings settings)
    {
        Dictionary<string, string> fingerprints = new() { ["data"] = prepared.Split.Fingerprint };
        if (prepared.From is { } from) fingerprints["from"] = SchemaDigest(from.Schema);
        using JsonDocument document = JsonDocument.Parse(ModelJson.Write(settings));
        foreach (JsonProperty setting in document.RootElement.EnumerateObject())
        {
            if (!NotToCompare.Contains(setting.Name)) fingerprints[setting.Name] = setting.Value.GetRawText();
        }

        return fingerprints;
    }

    /// <summary>A model's schema decides what its weights mean; the weights themselves are the checkpoint's.</summary>
    private static string SchemaDigest(TableSchema schema) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema.ToJson())));
}
