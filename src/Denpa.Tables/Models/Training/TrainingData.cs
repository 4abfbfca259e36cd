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
    /// <exception cref="TableException">A table cannot be used, or has too few rows for its classes or the parts of the split.</exception>
    /// <exception cref="ArgumentException">Classes are to be balanced and there are none.</exception>
    public TrainingData(Table table, TableUnderstanding understanding, TrainingSettings settings, Table? testTable)
    {
        (this.table, dtype) = (table, settings.DType);
        SplitFractions fractions = testTable is null
            ? settings.Split
            : new SplitFractions(settings.Split.Training, settings.Split.Validation, test: 0);
        rows = Share(understanding, fractions, settings.Seed);
        Schema = TableSchema.Fit(table, understanding, rows.Training);
        RequireEnoughRows();
        Split = new RowSplit
        {
            Fractions = fractions,
            Seed = settings.Seed,
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

    /// <summary>The validation rows; null when there are none.</summary>
    public Dataset? ValidationSet() => rows.Validation.Length == 0 ? null : Encode(rows.Validation);

    private Dataset Encode(int[] part) => new(
        TableTensors.Features(Schema, table, part, dtype),
        TableTensors.Targets(Schema, table, part, dtype),
        classWeights is null ? null : TableTensors.Weights(Schema, table, part, classWeights, dtype));

    private SplitRows Share(TableUnderstanding understanding, SplitFractions fractions, ulong seed)
    {
        long[]? labels = understanding.Task == TableTask.Classification ? understanding.ClassLabels() : null;
        ReadOnlySpan<int> labelled = understanding.LabelledRows;
        try
        {
            return RowSplit.Share(labels, labelled, fractions, seed);
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
        TableTensors.Targets(Schema, tested, labelled, dtype);
        return new TableRows(tested, labelled);
    }
}

/// <summary>Some rows of a table.</summary>
internal readonly record struct TableRows(Table Table, int[] Rows);
