namespace Denpa.Tables;

/// <summary>A table's rows, shared out for a training and encoded by what its training rows say.</summary>
internal sealed class TrainingData
{
    private readonly Table table;
    private readonly SplitRows rows;
    private readonly DType dtype;
    private readonly double[]? classWeights;

    /// <param name="table">The table.</param>
    /// <param name="understanding">What the table is taken for.</param>
    /// <param name="settings">The shares, the seed, the element type, and whether classes are balanced.</param>
    /// <param name="testTable">A table to test on; no rows of the other are held out for that then.</param>
    /// <param name="given">The rows of each part, where they are shared out already.</param>
    /// <param name="from">
    /// A model to train further: its schema is kept, and where the table is that of its training, so are the rows that it held out.
    /// </param>
    /// <exception cref="TableException">A table cannot be used, or has too few rows for its classes or the parts of the split.</exception>
    /// <exception cref="ArgumentException">Classes are to be balanced and there are none.</exception>
    public TrainingData(
        Table table,
        TableUnderstanding understanding,
        TrainingSettings settings,
        Table? testTable,
        SplitRows? given = null,
        TableModel? from = null)
    {
        (this.table, dtype) = (table, settings.DType);
        // Members measure each other's rows, so none are held out for that.
        (double learned, double validated) = settings.AreMembers
            ? (settings.Split.Training + settings.Split.Validation, 0)
            : (settings.Split.Training, settings.Split.Validation);
        SplitFractions fractions = new(learned, validated, testTable is null ? settings.Split.Test : 0);
        RowSplit split = new()
        {
            Fractions = fractions,
            Seed = settings.Seed,
            Fingerprint = "",
            SplitBy = settings.SplitBy,
            Group = settings.Group,
        };
        if (from?.Split.PartsOf(table, from.Schema) is { } parts && parts.TryGetValue(RowPart.Training, out int[]? training))
        {
            split = from.Split;
            given = new SplitRows(training, parts.GetValueOrDefault(RowPart.Validation, []), parts.GetValueOrDefault(RowPart.Test, []));
        }

        IsSplitKept = from is not null && split == from.Split;
        rows = given ?? Share(understanding, split);
        if (settings.AreMembers && rows.Validation.Length > 0)
            rows = new SplitRows([.. rows.Training.Concat(rows.Validation).Order()], [], rows.Test);
        IsTrainedElsewhere = from is not null && !IsSplitKept && rows.Test.Length + rows.Validation.Length > 0;
        Schema = WithCounts(from?.Schema ?? TableSchema.Fit(table, understanding, rows.Training, settings.RobustScaling));
        if (from is null) RequireEnoughRows();
        Folds = settings.AreMembers ? FoldOfEach(from is null ? settings : from.Settings) : [];
        Split = split with
        {
            Fingerprint = Schema.Fingerprint(table),
            TestFingerprint = testTable is null ? null : Schema.Fingerprint(testTable),
        };
        Test = testTable is null ? new TableRows(table, rows.Test) : RequireUsable(testTable);
        classWeights = settings.BalancedClasses ? ClassWeights() : null;
    }

    /// <summary>The schema, fitted to the training rows.</summary>
    public TableSchema Schema { get; }

    /// <summary>How the rows are shared out.</summary>
    public RowSplit Split { get; }

    /// <summary>Whether the rows are shared out as the model to train further had them.</summary>
    public bool IsSplitKept { get; }

    /// <summary>Whether a model to train further has learned from rows of its own, and rows of this table are held out.</summary>
    public bool IsTrainedElsewhere { get; }

    public int TrainingRows => rows.Training.Length;

    /// <summary>The rows to learn from.</summary>
    public TableRows Training => new(table, rows.Training);

    /// <summary>The rows that say when to stop.</summary>
    public TableRows Validation => new(table, rows.Validation);

    /// <summary>The rows to test on, of the test table where there is one.</summary>
    public TableRows Test { get; }

    /// <summary>The training rows, or the first of them.</summary>
    /// <param name="most">How many at most.</param>
    public Dataset TrainingSet(int most = int.MaxValue) => Encode(rows.Training[..Math.Min(most, rows.Training.Length)]);

    /// <summary>The training rows with the fold of each.</summary>
    public Dataset FoldedSet()
    {
        Dataset all = TrainingSet();
        Tensor folds = Tensor.From(Array.ConvertAll<int, long>(Folds, fold => fold), [Folds.Length]);
        return new Dataset(all.Weights is { } weights ? [all.Features, all.Targets, weights, folds] : [all.Features, all.Targets, folds]);
    }

    /// <summary>The fold of each training row: the member that leaves it out. Empty for a single network.</summary>
    public int[] Folds { get; }

    /// <summary>The validation rows; null when there are none.</summary>
    public Dataset? ValidationSet() => rows.Validation.Length == 0 ? null : Encode(rows.Validation);

    /// <summary>Refuses a metric that the validation rows cannot tell.</summary>
    /// <exception cref="ArgumentException">They cannot.</exception>
    public void RequireWatchable(Metric metric)
    {
        int[] validation = Folds.Length > 0 ? rows.Training : rows.Validation;
        if (validation.Length == 0)
        {
            throw new ArgumentException(
                $"{metric.Name} is watched on validation rows, and there are none: give the second part of the split a share");
        }

        if (metric != Metric.AreaUnderCurve || Schema.EncodeLabels(table, validation).Distinct().Count() > 1) return;
        throw new ArgumentException($"{metric.Name} needs validation rows of both classes, and there are those of one: give more rows");
    }

    private int[] FoldOfEach(TrainingSettings settings)
    {
        Dictionary<int, long> labels = Schema.Target is ClassTarget target
            ? rows.Training.Zip(target.EncodeLabels(table, rows.Training)).ToDictionary(pair => pair.First, pair => pair.Second)
            : [];
        int[][] folds = RowFolds.Of(table, rows.Training, labels, settings, settings.Members!.Value);
        if (folds.Any(fold => fold.Length == 0))
        {
            string problem = $"{rows.Training.Length} rows cannot be shared out over {folds.Length} members";
            throw table.Problem($"{problem} — use fewer, or give more rows");
        }

        Dictionary<int, int> foldOf = folds.Index().SelectMany(fold => fold.Item.Select(row => (row, fold.Index))).ToDictionary();
        return Array.ConvertAll(rows.Training, row => foldOf[row]);
    }

    private TableSchema WithCounts(TableSchema schema)
    {
        if (schema.Target is not ClassTarget target) return schema;
        int[] counts = new int[target.Classes.Count];
        foreach (long label in target.EncodeLabels(table, rows.Training)) counts[label]++;
        return schema with { Target = target with { TrainingRows = counts } };
    }

    private Dataset Encode(int[] part) => new(
        TableTensors.Features(Schema, table, part, dtype),
        TableTensors.Targets(Schema, table, part, dtype),
        classWeights is null ? null : TableTensors.Weights(Schema, table, part, classWeights, dtype));

    private SplitRows Share(TableUnderstanding understanding, RowSplit split)
    {
        long[]? labels = understanding.Task == TableTask.Classification ? understanding.ClassLabels() : null;
        ReadOnlySpan<int> labelled = understanding.LabelledRows;
        try
        {
            return split.Share(table, labels, labelled);
        }
        catch (ArgumentException)
        {
            const string problem = "rows cannot be shared out over parts that each need one — give more rows, or 0 for a part";
            throw table.Problem($"{labelled.Length} {problem}");
        }
    }

    private void RequireEnoughRows()
    {
        if (Schema.Target is not ClassTarget { Classes.Count: var classes } target || TrainingRows >= classes) return;
        throw table.Problem(
            $"{TrainingRows} rows are too few to learn the {classes} classes of {Quoted.Text(target.Name)} — give more rows");
    }

    private double[] ClassWeights() => Schema.Target is ClassTarget target
        ? ClassBalance.Of(Schema.EncodeLabels(table, rows.Training), target.Classes.Count)
        : throw new ArgumentException($"balanced classes need classes, and {Quoted.Text(Schema.Target.Name)} is a number");

    /// <summary>The labelled rows of a test table, encoded once so that one that cannot be used is known before the training.</summary>
    private TableRows RequireUsable(Table tested)
    {
        int[] labelled = Schema.LabelledRows(tested);
        TableTensors.Features(Schema, tested, labelled, dtype);
        if (Schema.Target is ClassTarget classes) TableEvaluation.LabelsOf(classes, tested, labelled);
        else TableTensors.Targets(Schema, tested, labelled, dtype);
        return new TableRows(tested, labelled);
    }
}

/// <summary>Some rows of a table.</summary>
internal readonly record struct TableRows(Table Table, int[] Rows);
