using System.Text.Json;

namespace Denpa.Tables;

/// <summary>A training on a table, made ready: the rows shared out, the schema fitted, the network built.</summary>
public sealed class TableTraining
{
    // What the trainer compares by itself, and the time limit, which a resumed run may have anew.
    private static readonly string[] NotToCompare = ["epochs", "batchSize", "patience", "clipNorm", "seed", "timeLimit"];

    private const int MostExamined = 1000;

    private readonly Table table;
    private readonly Table testTable;
    private readonly SplitRows rows;
    private readonly int[] testRows;
    private readonly TrainingSettings settings;
    private readonly double[]? classWeights;

    /// <summary>Makes a training ready, and refuses what would fail only later.</summary>
    /// <param name="table">The table.</param>
    /// <param name="understanding">What the table is taken for.</param>
    /// <param name="settings">How to build and train the network.</param>
    /// <param name="testTable">A table to test on; no rows of the other are held out for that then.</param>
    /// <param name="from">A model of the same inputs and classes, whose weights the network begins with.</param>
    /// <exception cref="TableException">A table cannot be used, or has too few rows for its classes or the parts of the split.</exception>
    /// <exception cref="ArgumentException">The settings do not go together, with the table, or with the model to begin from.</exception>
    public TableTraining(
        Table table, TableUnderstanding understanding, TrainingSettings settings, Table? testTable = null, TableModel? from = null)
    {
        (this.table, this.testTable, this.settings) = (table, testTable ?? table, settings);
        SplitFractions fractions = testTable is null
            ? settings.Split
            : new SplitFractions(settings.Split.Training, settings.Split.Validation, test: 0);
        long[]? labels = understanding.Task == TableTask.Classification ? understanding.ClassLabels() : null;
        rows = Share(labels, understanding.LabelledRows, fractions);
        Schema = TableSchema.Fit(table, understanding, rows.Training);
        if (Schema.Target is ClassTarget target && rows.Training.Length < target.Classes.Count) throw TooFewFor(target);
        Split = new RowSplit
        {
            Fractions = fractions,
            Seed = settings.Seed,
            Fingerprint = Schema.Fingerprint(table),
            TestFingerprint = testTable is null ? null : Schema.Fingerprint(testTable),
        };
        testRows = testTable is null ? rows.Test : RequireUsable(testTable);
        Loss = TrainingChoices.Loss(settings, Schema.Target);
        classWeights = ClassWeights();
        TrainingMemory.Of(Schema.InputCount, Schema.OutputCount, settings, TrainingRows, ValidationRows).RequireRoom();
        Network = TableModel.BuildNetwork(Schema, settings, new Generator(settings.Seed).Fork("dropout"));
        if (from is not null) BeginFrom(from);
        MakeTrainer(checkpoints: null);
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

    /// <summary>The number of rows to test on, of the test table where there is one.</summary>
    public int TestRows => testRows.Length;

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
        Dataset training = DatasetOf(rows.Training);
        Dataset? validation = rows.Validation.Length == 0 ? null : DatasetOf(rows.Validation);
        return MakeTrainer(checkpoints).Fit(training, validation, resumeFrom, progress, cancellationToken);
    }

    /// <summary>The network as a model; training it further changes the model.</summary>
    public TableModel ToModel() => new(Schema, settings, Split, Network);

    /// <summary>Holds the model against the test rows; null when there are none.</summary>
    public TableEvaluation? Test(TableModel model) => testRows.Length == 0 ? null : model.Evaluate(testTable, testRows);

    /// <summary>Holds the model against the validation rows; null when there are none.</summary>
    public TableEvaluation? Validate(TableModel model) => rows.Validation.Length == 0 ? null : model.Evaluate(table, rows.Validation);

    /// <summary>The number of training rows that <see cref="Examine"/> looks at: all, or the first thousand.</summary>
    public int ExaminedRows => Math.Min(MostExamined, TrainingRows);

    /// <summary>Says how numbers flow through the layers of the model, on training rows.</summary>
    public HealthReport Examine(TableModel model)
    {
        Dataset examined = DatasetOf(rows.Training[..ExaminedRows]);
        return Health.Examine(model.Network, Loss, examined.Features, examined.Targets, examined.Weights);
    }

    private Trainer MakeTrainer(CheckpointStore? checkpoints)
    {
        bool isFullBatch = settings.BatchSize == DataLoader.FullBatch;
        long stepsPerEpoch = isFullBatch ? 1 : Math.Max(1, (TrainingRows - 1L + settings.BatchSize) / settings.BatchSize);
        TrainingOptions options = new()
        {
            Epochs = settings.Epochs,
            BatchSize = settings.BatchSize,
            Sampling = settings.Shuffle ? BatchSampling.Shuffled : BatchSampling.InOrder,
            Patience = settings.Patience,
            KeepBest = true,
            ClipNorm = settings.ClipNorm,
            TimeLimit = settings.TimeLimit,
            Seed = settings.Seed,
            Settings = Fingerprints(),
        };
        Optimizer optimizer = TrainingChoices.Optimizer(settings, Network.Parameters);
        return new Trainer(Network, Loss, optimizer, options, TrainingChoices.Schedule(settings, stepsPerEpoch))
        {
            Metrics = Schema.Target.Task == TableTask.Classification ? [Metric.Accuracy] : [Metric.RSquared],
            Checkpoints = checkpoints,
        };
    }

    private SplitRows Share(long[]? labels, ReadOnlySpan<int> labelled, SplitFractions fractions)
    {
        try
        {
            return RowSplit.Share(labels, labelled, fractions, settings.Seed);
        }
        catch (ArgumentException)
        {
            throw table.Problem($"{labelled.Length} rows cannot be shared out over parts that each need one — give more rows, or 0 for a part");
        }
    }

    private TableException TooFewFor(ClassTarget target)
    {
        var classes = target.Classes.Count;
        return table.Problem($"{rows.Training.Length} rows are too few to learn the {classes} classes of {Quoted.Text(target.Name)} — give more rows");
    }

    private Dataset DatasetOf(int[] part) => new(
        TableTensors.Features(Schema, table, part, settings.DType),
        TableTensors.Targets(Schema, table, part, settings.DType),
        classWeights is null ? null : TableTensors.Weights(Schema, table, part, classWeights, settings.DType));

    private double[]? ClassWeights()
    {
        if (!settings.BalancedClasses) return null;
        return Schema.Target is ClassTarget target
            ? ClassBalance.Of(Schema.EncodeLabels(table, rows.Training), target.Classes.Count)
            : throw new ArgumentException($"balanced classes need classes, and {Quoted.Text(Schema.Target.Name)} is a number");
    }

    /// <summary>The labelled rows of a test table, encoded once so that one that cannot be used is known before the training.</summary>
    private int[] RequireUsable(Table tested)
    {
        int[] labelled = Schema.LabelledRows(tested);
        TableTensors.Features(Schema, tested, labelled, settings.DType);
        TableTensors.Targets(Schema, tested, labelled, settings.DType);
        return labelled;
    }

    private void BeginFrom(TableModel from)
    {
        const string subject = "the model to begin from has other";
        const string cure = "give the table and the options that it was trained with";
        if (!from.Schema.InputNames.SequenceEqual(Schema.InputNames))
        {
            string theirs = Quoted.List(from.Schema.InputNames, shown: 10);
            string ours = Quoted.List(Schema.InputNames, shown: 10);
            throw new ArgumentException($"{subject} inputs: {theirs}, and here they are {ours} — {cure}");
        }

        if (!Outcomes(from.Schema).SequenceEqual(Outcomes(Schema)))
        {
            throw new ArgumentException($"{subject} classes of {Quoted.Text(from.Schema.Target.Name)} to tell apart — {cure}");
        }

        try
        {
            Network.LoadState(from.Network.SaveState());
        }
        catch (ArgumentException problem)
        {
            string theirs = $"{NetworkChoices.Describe(from.Network)} of {from.Settings.DType.Name}";
            string ours = $"{NetworkChoices.Describe(Network)} of {settings.DType.Name}";
            throw new ArgumentException($"{subject} layers: {theirs}, and here they are {ours} — {cure}", problem);
        }
    }

    /// <summary>What the outputs stand for: the classes, or for a number nothing more than that.</summary>
    private static IReadOnlyList<string> Outcomes(TableSchema schema) => schema.Target is ClassTarget target ? target.Classes : [];

    /// <summary>What a resumed run must have in common with its checkpoint, one by one, so that a refusal can say what differs.</summary>
    private Dictionary<string, string> Fingerprints()
    {
        Dictionary<string, string> fingerprints = new() { ["data"] = Split.Fingerprint };
        using JsonDocument document = JsonDocument.Parse(ModelJson.Write(settings));
        foreach (JsonProperty setting in document.RootElement.EnumerateObject())
        {
            if (!NotToCompare.Contains(setting.Name)) fingerprints[setting.Name] = setting.Value.GetRawText();
        }

        return fingerprints;
    }
}
