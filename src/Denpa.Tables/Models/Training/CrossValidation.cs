namespace Denpa.Tables;

/// <summary>
/// A training done several times over, each time on all rows but a fold, which it is measured on: how good such a model is, and how far
/// that depends on which rows it meets. Of an order in time each fold is told by the rows before it.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="understanding">What it is taken for.</param>
/// <param name="settings">How to train.</param>
/// <param name="folds">The number of folds, two or more.</param>
internal sealed class CrossValidation(Table table, TableUnderstanding understanding, TrainingSettings settings, int folds)
{
    /// <summary>Trains and measures one fold after another.</summary>
    /// <param name="progress">Told of every step and epoch of every fold.</param>
    /// <param name="cancellationToken">Ends the run of folds after the one under way.</param>
    /// <exception cref="TableException">There are too few rows for the folds.</exception>
    /// <exception cref="ArgumentException">The settings do not go together, or with the table.</exception>
    public IEnumerable<TableEvaluation> Run(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        settings.Require();
        foreach (SplitRows rows in Shares())
        {
            if (cancellationToken.IsCancellationRequested) yield break;
            PreparedTraining prepared = new(new TrainingData(table, understanding, settings, testTable: null, rows), settings);
            new TableTraining(prepared).Run(progress: progress, cancellationToken: cancellationToken);
            yield return new TrainingEvaluation(prepared, prepared.ToModel()).Test()!;
        }
    }

    /// <summary>The rows of each fold's training.</summary>
    internal IEnumerable<SplitRows> Shares()
    {
        int[] rows = understanding.LabelledRows.ToArray();
        Dictionary<int, long> labels = understanding.Task == TableTask.Classification
            ? rows.Zip(understanding.ClassLabels()).ToDictionary(pair => pair.First, pair => pair.Second)
            : [];
        int[][] parts = Parts(rows, labels);
        if (parts.Any(part => part.Length == 0))
            throw table.Problem($"{rows.Length} rows cannot be shared out over {folds} folds — use fewer folds, or give more rows");
        bool isInTime = settings.SplitBy is not null;
        for (int fold = isInTime ? 1 : 0; fold < parts.Length; fold++)
        {
            int[] rest = [.. parts.Where((_, other) => isInTime ? other < fold : other != fold).SelectMany(part => part).Order()];
            SplitRows shared = Rest(rest, labels);
            yield return new SplitRows(shared.Training, shared.Validation, parts[fold]);
        }
    }

    /// <summary>What is not measured on, in rows to learn from and rows to validate by, in the same ratio as without folds.</summary>
    private SplitRows Rest(int[] rows, Dictionary<int, long> labels)
    {
        RowSplit split = new()
        {
            Fractions = new SplitFractions(settings.Split.Training, settings.Split.Validation, test: 0),
            Seed = settings.Seed,
            Fingerprint = "",
            SplitBy = settings.SplitBy,
            Group = settings.Group,
        };
        try
        {
            return split.Share(table, labels.Count == 0 ? null : Array.ConvertAll(rows, row => labels[row]), rows);
        }
        catch (ArgumentException)
        {
            throw table.Problem($"{rows.Length} rows cannot be shared out over {folds} folds — use fewer folds, or give more rows");
        }
    }

    private int[][] Parts(int[] rows, Dictionary<int, long> labels)
    {
        if (settings.SplitBy is { } time)
        {
            // The first part only teaches.
            int[] ordered = ColumnSplit.Ordered(table[time], rows);
            int parts = folds + 1;
            return
            [
                .. Enumerable.Range(0, parts)
                    .Select(part => ordered[(int)((long)part * ordered.Length / parts)..(int)((part + 1L) * ordered.Length / parts)]),
            ];
        }

        return RowFolds.Of(table, rows, labels, settings, folds);
    }
}
