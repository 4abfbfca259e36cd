using System.Text.Json;

namespace Denpa.Tables;

/// <summary>A training on a table, made ready: the rows shared out, the schema fitted, the network built.</summary>
public sealed class TableTraining
{
    private readonly Table table;
    private readonly Table? testTable;
    private readonly SplitRows rows;
    private readonly TrainingSettings settings;
    private readonly Generator dropout;

    /// <summary>Makes a training ready.</summary>
    /// <param name="table">The table.</param>
    /// <param name="understanding">What the table is taken for.</param>
    /// <param name="settings">How to build and train the network.</param>
    /// <param name="testTable">A table to test on, instead of held-out rows.</param>
    /// <param name="from">A model whose weights the network begins with.</param>
    /// <exception cref="TableException">A table cannot be used.</exception>
    /// <exception cref="ArgumentException">The settings do not go together, with the table, or with the model to begin from.</exception>
    public TableTraining(Table table, TableUnderstanding understanding, TrainingSettings settings, Table? testTable = null, TableModel? from = null)
    {
        (this.table, this.testTable, this.settings) = (table, testTable, settings);
        long[]? labels = understanding.Task == TableTask.Classification ? understanding.ClassLabels() : null;
        rows = RowSplit.Share(labels, understanding.LabelledRows, settings.Split, settings.Seed);
        Schema = TableSchema.Fit(table, understanding, rows.Training);
        Split = new RowSplit
        {
            Fractions = settings.Split,
            Seed = settings.Seed,
            Fingerprint = Schema.Fingerprint(table),
            TestFingerprint = testTable is null ? null : Schema.Fingerprint(testTable),
        };
        TestRows = testTable is null ? rows.Test : Schema.LabelledRows(testTable);
        dropout = new Generator(settings.Seed).Fork("dropout");
        Network = TableModel.BuildNetwork(Schema, settings, dropout);
        if (from is not null) Network.LoadState(from.Network.SaveState());
        Loss = TrainingChoices.Loss(settings, Schema.Target);
    }

    /// <summary>The schema, fitted to the training rows.</summary>
    public TableSchema Schema { get; }

    /// <summary>How the rows are shared out.</summary>
    public RowSplit Split { get; }

    /// <summary>The network.</summary>
    public Sequential Network { get; }

    /// <summary>The loss.</summary>
    public Loss Loss { get; }

    /// <summary>The number of rows to learn from.</summary>
    public int TrainingRows => rows.Training.Length;

    /// <summary>The number of rows that say when to stop.</summary>
    public int ValidationRows => rows.Validation.Length;

    /// <summary>The rows to test on, of the test table where there is one.</summary>
    public IReadOnlyList<int> TestRows { get; }

    /// <summary>Trains the network.</summary>
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
        Dataset training = DatasetOf(rows.Training);
        Dataset? validation = rows.Validation.Length == 0 ? null : DatasetOf(rows.Validation);
        long stepsPerEpoch = settings.BatchSize == DataLoader.FullBatch ? 1 : (training.Count + settings.BatchSize - 1) / settings.BatchSize;
        TrainingOptions options = new()
        {
            Epochs = settings.Epochs,
            BatchSize = settings.BatchSize,
            Sampling = settings.Shuffle ? BatchSampling.Shuffled : BatchSampling.InOrder,
            Patience = settings.Patience,
            ClipNorm = settings.ClipNorm,
            TimeLimit = settings.TimeLimit,
            Seed = settings.Seed,
            Settings = Fingerprints(),
        };
        Trainer trainer = new(
            Network, Loss, TrainingChoices.Optimizer(settings, Network.Parameters), options, TrainingChoices.Schedule(settings, stepsPerEpoch))
        {
            Metrics = Schema.Target.Task == TableTask.Classification ? [Metric.Accuracy] : [Metric.RSquared],
            Checkpoints = checkpoints,
        };
        return trainer.Fit(training, validation, resumeFrom, progress, cancellationToken);
    }

    /// <summary>The network as it is now, as a model.</summary>
    public TableModel ToModel() => new(Schema, settings, Split, Network);

    /// <summary>Holds the model against the test rows; null when there are none.</summary>
    public TableEvaluation? Test(TableModel model) =>
        TestRows.Count == 0 ? null : model.Evaluate(testTable ?? table, [.. TestRows]);

    /// <summary>Holds the model against the validation rows; null when there are none.</summary>
    public TableEvaluation? Validate(TableModel model) => rows.Validation.Length == 0 ? null : model.Evaluate(table, rows.Validation);

    private Dataset DatasetOf(int[] part)
    {
        Tensor features = TableTensors.Features(Schema, table, part, settings.DType);
        Tensor targets = TableTensors.Targets(Schema, table, part, settings.DType);
        Tensor? weights = settings.BalancedClasses && Schema.Target.Task == TableTask.Classification
            ? TableTensors.BalancingWeights(Schema.EncodeLabels(table, part), settings.DType)
            : null;
        return new Dataset(features, targets, weights);
    }

    /// <summary>What a resumed run must have in common with its checkpoint, one by one, so that a refusal can say what differs.</summary>
    private Dictionary<string, string> Fingerprints()
    {
        Dictionary<string, string> fingerprints = new() { ["data"] = Split.Fingerprint };
        using JsonDocument document = JsonDocument.Parse(JsonSerializer.Serialize(settings, ModelJsonContext.Default.TrainingSettings));
        foreach (JsonProperty setting in document.RootElement.EnumerateObject()) fingerprints[setting.Name] = setting.Value.GetRawText();
        return fingerprints;
    }
}
