namespace Denpa.Tables;

/// <summary>How good a model's predictions of some rows are: as a classification or as a regression.</summary>
public sealed class TableEvaluation
{
    private TableEvaluation(int rows) => Rows = rows;

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The measures of a classification, or null.</summary>
    public ClassificationMetrics? Classification { get; private init; }

    /// <summary>The measures of a regression, in the target's units, or null.</summary>
    public RegressionMetrics? Regression { get; private init; }

    /// <summary>The measures that are single numbers, by the names that the command line uses.</summary>
    public IReadOnlyDictionary<string, double> Metrics => Classification is { } classification
        ? new OrderedDictionary<string, double>
        {
            ["accuracy"] = classification.Accuracy,
            ["macro-f1"] = classification.MacroF1,
            ["log-loss"] = classification.LogLoss,
        }
        : new OrderedDictionary<string, double>
        {
            ["rmse"] = Regression!.RootMeanSquaredError,
            ["mae"] = Regression.MeanAbsoluteError,
            ["r2"] = Regression.RSquared,
        };

    /// <summary>Holds a network's outputs against the targets of the same rows.</summary>
    /// <param name="schema">What the outputs stand for.</param>
    /// <param name="outputs">The outputs, [some rows, outputs], until there are those of all rows.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    internal static TableEvaluation Of(TableSchema schema, IEnumerable<Tensor> outputs, Table table, ReadOnlySpan<int> rows) =>
        schema.Target is ClassTarget classes
            ? new TableEvaluation(rows.Length) { Classification = Classify(classes, outputs, schema.EncodeLabels(table, rows)) }
            : new TableEvaluation(rows.Length)
            {
                Regression = Regress((NumberTarget)schema.Target, outputs, schema.EncodeTargets<double>(table, rows)),
            };

    private static ClassificationMetrics Classify(ClassTarget target, IEnumerable<Tensor> outputs, long[] classes)
    {
        Tensor labels = Tensor.Wrap(classes, [classes.Length]);
        List<long> likeliest = new(classes.Length);
        double losses = 0;
        foreach (Tensor part in outputs)
        {
            int start = likeliest.Count;
            likeliest.AddRange(TablePredictions.Likeliest(part));
            losses += LogLoss.Of(part, labels.Rows(start..likeliest.Count)) * part.Shape[0];
        }

        Tensor predicted = Tensor.Wrap([.. likeliest], [classes.Length]);
        ConfusionMatrix confusion = ConfusionMatrix.Of(predicted, labels, target.Classes.Count);
        return new ClassificationMetrics(
            target.Classes, confusion, Accuracy.Of(predicted, labels), F1.Of(confusion), losses / classes.Length);
    }

    private static RegressionMetrics Regress(NumberTarget target, IEnumerable<Tensor> outputs, double[] standardized)
    {
        double[] numbers = [.. outputs.SelectMany(part => part.To(DType.Float64).ToArray<double>())];
        Tensor predicted = Restore(Tensor.Wrap(numbers, [numbers.Length, 1]));
        Tensor actual = Restore(Tensor.Wrap(standardized, [standardized.Length, 1]));
        return new RegressionMetrics(
            RootMeanSquaredError.Of(predicted, actual), MeanAbsoluteError.Of(predicted, actual), RSquared.Of(predicted, actual));

        Tensor Restore(Tensor numbers) => (numbers * target.Scaling.StandardDeviation) + target.Scaling.Mean;
    }
}
