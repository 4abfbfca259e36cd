namespace Denpa.Tables;

/// <summary>How good a model's predictions of some rows are, by the metrics of a classification or of a regression.</summary>
public sealed class TableEvaluation
{
    private static readonly Metric[] RegressionMetrics = [Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.RSquared];

    private TableEvaluation(int rows, IReadOnlyDictionary<Metric, double> metrics) => (Rows, Metrics) = (rows, metrics);

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>
    /// The metrics in order: of classes <see cref="Metric.Accuracy"/>, <see cref="Metric.F1"/> and <see cref="Metric.LogLoss"/>; of a
    /// number, in its units, <see cref="Metric.RootMeanSquaredError"/>, <see cref="Metric.MeanAbsoluteError"/> and
    /// <see cref="Metric.RSquared"/>.
    /// </summary>
    public IReadOnlyDictionary<Metric, double> Metrics { get; }

    /// <summary>The classes in order; empty for a number.</summary>
    public IReadOnlyList<string> Classes { get; private init; } = [];

    /// <summary>How often each class was taken for each; null for a number.</summary>
    public ConfusionMatrix? Confusion { get; private init; }

    /// <summary>The value of a metric.</summary>
    /// <exception cref="KeyNotFoundException">It is none of <see cref="Metrics"/>.</exception>
    public double this[Metric metric] => Metrics[metric];

    /// <summary>Holds a network's outputs against the targets of the same rows.</summary>
    /// <param name="schema">What the outputs stand for.</param>
    /// <param name="outputs">The outputs, [some rows, outputs], until there are those of all rows.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    internal static TableEvaluation Of(TableSchema schema, IEnumerable<Tensor> outputs, Table table, ReadOnlySpan<int> rows) =>
        schema.Target is ClassTarget classes
            ? OfClasses(classes, outputs, schema.EncodeLabels(table, rows))
            : OfNumber((NumberTarget)schema.Target, outputs, schema.EncodeTargets<double>(table, rows));

    private static TableEvaluation OfClasses(ClassTarget target, IEnumerable<Tensor> outputs, long[] classes)
    {
        Tensor labels = Tensor.Wrap(classes, [classes.Length]);
        List<long> likeliest = new(classes.Length);
        double losses = 0;
        foreach (Tensor part in outputs)
        {
            int start = likeliest.Count;
            likeliest.AddRange(TablePredictions.Likeliest(part));
            losses += Metric.LogLoss.Measure(part, labels.Rows(start..likeliest.Count)) * part.Shape[0];
        }

        Tensor predicted = Tensor.Wrap([.. likeliest], [classes.Length]);
        ConfusionMatrix confusion = ConfusionMatrix.Of(predicted, labels, target.Classes.Count);
        OrderedDictionary<Metric, double> metrics = new()
        {
            [Metric.Accuracy] = Metric.Accuracy.Measure(predicted, labels),
            [Metric.F1] = F1.Of(confusion),
            [Metric.LogLoss] = losses / classes.Length,
        };
        return new TableEvaluation(classes.Length, metrics) { Classes = target.Classes, Confusion = confusion };
    }

    private static TableEvaluation OfNumber(NumberTarget target, IEnumerable<Tensor> outputs, double[] standardized)
    {
        double[] numbers = [.. outputs.SelectMany(part => part.To(DType.Float64).ToArray<double>())];
        Tensor predicted = Restore(Tensor.Wrap(numbers, [numbers.Length, 1]));
        Tensor actual = Restore(Tensor.Wrap(standardized, [standardized.Length, 1]));
        OrderedDictionary<Metric, double> metrics = new(
            RegressionMetrics.Select(metric => KeyValuePair.Create(metric, metric.Measure(predicted, actual))));
        return new TableEvaluation(standardized.Length, metrics);

        Tensor Restore(Tensor numbers) => (numbers * target.Scaling.StandardDeviation) + target.Scaling.Mean;
    }
}
