namespace Denpa.Tables;

/// <summary>What a training on a table begins with: the rows shared out, the schema fitted, the network built.</summary>
public sealed class PreparedTraining
{
    private const int RowsOfInitialization = 1024;

    private readonly Lazy<IReadOnlyList<string>> warnings;

    /// <summary>Makes a training ready, and refuses what would fail only later.</summary>
    /// <param name="table">The table.</param>
    /// <param name="understanding">What the table is taken for.</param>
    /// <param name="settings">How to build and train the network.</param>
    /// <param name="testTable">A table to test on; no rows of the other are held out for that then.</param>
    /// <exception cref="TableException">A table cannot be used, or has too few rows for its classes or the parts of the split.</exception>
    /// <exception cref="ArgumentException">The settings do not go together, or with the table.</exception>
    public PreparedTraining(Table table, TableUnderstanding understanding, TrainingSettings settings, Table? testTable = null)
        : this(new TrainingData(table, understanding, Required(settings), testTable), settings)
    {
    }

    /// <summary>
    /// Makes the training of a model ready that is trained already: its columns, categories and scales stay what they were, its weights
    /// are where the network begins, and of the table of its training the rows that it held out stay held out.
    /// </summary>
    /// <param name="table">A table with the model's columns and its target, in any order.</param>
    /// <param name="from">The model, which is left as it is.</param>
    /// <param name="settings">How to train; what builds the network must be as in the model's settings.</param>
    /// <param name="testTable">A table to test on; no rows of the other are held out for that then.</param>
    /// <exception cref="TableException">
    /// A table cannot be used, has too few rows for the parts of the split, or a class that the model does not know.
    /// </exception>
    /// <exception cref="ArgumentException">The settings do not go together, with the table, or with the model.</exception>
    public PreparedTraining(Table table, TableModel from, TrainingSettings settings, Table? testTable = null)
        : this(
            new TrainingData(table, TableUnderstanding.Of(table, from.Schema), Required(settings), testTable, from: from), settings, from)
    {
    }

    /// <summary>Makes a training ready on rows that are shared out already.</summary>
    internal PreparedTraining(TrainingData data, TrainingSettings settings, TableModel? from = null)
    {
        From = from;
        (Settings, Data) = (settings, data);
        warnings = new Lazy<IReadOnlyList<string>>(() => TrainingWarnings.Of(Data));
        Loss = LossChoice.Create(settings, Schema.Target);
        Watched = MetricChoice.Of(settings, Schema.Target);
        if (Watched is not null) Data.RequireWatchable(Watched);

        // Made anew for each run, and now to refuse one that has too few steps.
        CreateSchedule();
        TrainingMemory.Of(Schema, settings, TrainingRows, ValidationRows).RequireRoom();
        Network = TableNetwork.Of(Schema, settings, new Generator(settings.Seed).Fork("dropout"));
        if (from is not null) StartingWeights.Load(from, Network, settings.DType);
        else if (InitializerChoice.IsByData(settings)) InitializeByData();
    }

    /// <summary>How the network is built and trained.</summary>
    public TrainingSettings Settings { get; }

    /// <summary>The schema, fitted to the training rows.</summary>
    public TableSchema Schema => Data.Schema;

    /// <summary>How the rows are shared out.</summary>
    public RowSplit Split => Data.Split;

    /// <summary>Whether the rows are those that a model to train further learned from and held out.</summary>
    public bool IsSplitKept => Data.IsSplitKept;

    /// <summary>The network.</summary>
    public Sequential Network { get; }

    /// <summary>The loss.</summary>
    public Loss Loss { get; }

    /// <summary>The metric by which epochs are compared; null for the loss.</summary>
    public Metric? Watched { get; }

    /// <summary>The number of rows to learn from.</summary>
    public int TrainingRows => Data.TrainingRows;

    /// <summary>
    /// The number of rows that are held out to say which epoch is best; none where several networks leave out a part each.
    /// </summary>
    public int ValidationRows => Data.Validation.Rows.Length;

    /// <summary>The number of rows to test on, of the test table where there is one.</summary>
    public int TestRows => Data.Test.Rows.Length;

    /// <summary>
    /// What is wrong with the rows, other than what forbids the training: too few of them, rows that are measured on and learned from, a
    /// column that alone tells the target; one sentence each.
    /// </summary>
    public IReadOnlyList<string> Warnings => warnings.Value;

    /// <summary>The rows.</summary>
    internal TrainingData Data { get; }

    /// <summary>The model that is trained further; null where a network is trained from its beginning.</summary>
    internal TableModel? From { get; }

    /// <summary>The network as a model; training it further changes the model.</summary>
    public TableModel ToModel() => new(Schema, Settings, Split, Network);

    private void InitializeByData()
    {
        Generator generator = new Generator(Settings.Seed).Fork("data");
        Tensor samples = Data.TrainingSet(RowsOfInitialization).Features;
        foreach (Sequential member in TableNetwork.MembersOf(Network)) DataDrivenInitialization.Apply(member, samples, generator);
    }

    private static TrainingSettings Required(TrainingSettings settings)
    {
        settings.Require();
        return settings;
    }

    /// <summary>The schedule at its beginning.</summary>
    /// <exception cref="ArgumentException">There are too few steps for it.</exception>
    internal Schedule CreateSchedule()
    {
        bool isFullBatch = Settings.BatchSize == DataLoader.FullBatch;
        long stepsPerEpoch = isFullBatch ? 1 : Math.Max(1, (TrainingRows - 1L + Settings.BatchSize) / Settings.BatchSize);
        return ScheduleChoice.Of(Settings).Create(Settings, stepsPerEpoch);
    }
}
