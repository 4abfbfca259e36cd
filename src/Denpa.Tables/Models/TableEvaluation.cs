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
        ? new Dictionary<string, double>
        {
            ["accuracy"] = classification.Accuracy,
            ["macro-f1"] = classification.MacroF1,
            ["log-loss"] = classification.LogLoss,
        }
        : new Dictionary<string, double>
        {
            ["rmse"] = Regression!.RootMeanSquaredError,
            ["mae"] = Regression.MeanAbsoluteError,
            ["r2"] = Regression.RSquared,
        };

    /// <summary>Holds a network's outputs against the targets of the same rows.</summary>
    internal static TableEvaluation Of(TableSchema schema, Tensor outputs, Table table, ReadOnlySpan<int> rows)
    {
        if (schema.Target is ClassTarget classes)
        {
            Tensor labels = Tensor.Wrap(schema.EncodeLabels(table, rows), [rows.Length]);
            ConfusionMatrix confusion = ConfusionMatrix.Of(outputs, labels, classes.Classes.Count);
            return new TableEvaluation(rows.Length)
            {
                Classification = new ClassificationMetrics(classes.Classes, confusion, Accuracy.Of(outputs, labels), F1.Of(confusion), LogLoss.Of(outputs, labels)),
            };
        }

        Scaling scaling = ((NumberTarget)schema.Target).Scaling;
        Tensor predicted = (outputs.To(DType.Float64) * scaling.StandardDeviation) + scaling.Mean;
        Tensor actual = (Tensor.Wrap(schema.EncodeTargets<double>(table, rows), [rows.Length, 1]) * scaling.StandardDeviation) + scaling.Mean;
        return new TableEvaluation(rows.Length)
        {
            Regression = new RegressionMetrics(RootMeanSquaredError.Of(predicted, actual), MeanAbsoluteError.Of(predicted, actual), RSquared.Of(predicted, actual)),
        };
    }
}

/// <summary>The measures of a classification.</summary>
/// <param name="Classes">The classes in order.</param>
/// <param name="Confusion">A row for each true class, a column for each predicted one.</param>
/// <param name="Accuracy">The share of rows whose class was predicted.</param>
/// <param name="MacroF1">The mean of the classes' F1 scores.</param>
/// <param name="LogLoss">The mean of −log p of the true classes.</param>
public sealed record ClassificationMetrics(
    IReadOnlyList<string> Classes, ConfusionMatrix Confusion, double Accuracy, double MacroF1, double LogLoss)
{
    /// <summary>The share of a class's rows that were predicted as such; NaN for a class without rows.</summary>
    public double Recall(int label)
    {
        long actual = Enumerable.Range(0, Classes.Count).Sum(predicted => Confusion[label, predicted]);
        return actual == 0 ? double.NaN : (double)Confusion[label, label] / actual;
    }
}

/// <summary>The measures of a regression, in the target's units.</summary>
/// <param name="RootMeanSquaredError">The root of the mean squared error.</param>
/// <param name="MeanAbsoluteError">The mean absolute error.</param>
/// <param name="RSquared">The share of the target's variance that the predictions explain.</param>
public sealed record RegressionMetrics(double RootMeanSquaredError, double MeanAbsoluteError, double RSquared);
