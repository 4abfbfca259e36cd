namespace Denpa.Tables;

/// <summary>How good a model's predictions of some rows are, by the metrics of a classification or of a regression.</summary>
public sealed class TableEvaluation
{
    private static readonly Metric[] RegressionMetrics = [Metric.RootMeanSquaredError, Metric.MeanAbsoluteError, Metric.RSquared];

    private TableEvaluation(int rows, IReadOnlyDictionary<Metric, double> metrics) => (Rows, Metrics) = (rows, metrics);

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>
    /// The metrics in order: of classes <see cref="Metric.Accuracy"/>, <see cref="Metric.F1"/>, of two classes
    /// <see cref="Metric.AreaUnderCurve"/> (NaN where all rows are of one), <see cref="Metric.LogLoss"/> and
    /// <see cref="Metric.CalibrationError"/>; of a number, in its units, <see cref="Metric.RootMeanSquaredError"/>,
    /// <see cref="Metric.MeanAbsoluteError"/> and <see cref="Metric.RSquared"/>.
    /// </summary>
    public IReadOnlyDictionary<Metric, double> Metrics { get; }

    /// <summary>What the same answer for every row would be worth; null where the model does not say what training had.</summary>
    public TableBaseline? Baseline { get; private init; }

    /// <summary>
    /// The classes in order, behind those of training the ones that only these rows have: a row of such a class is a miss, and log loss
    /// and area leave it out. Empty for a number.
    /// </summary>
    public IReadOnlyList<string> Classes { get; private init; } = [];

    /// <summary>How many of the last <see cref="Classes"/> training did not know.</summary>
    public int UnseenClasses { get; private init; }

    /// <summary>How often each class was taken for each; null for a number.</summary>
    public ConfusionMatrix? Confusion { get; private init; }

    /// <summary>Why a number may not mean what it seems to; one sentence each.</summary>
    public IReadOnlyList<string> Warnings => EvaluationWarnings.Of(this);

    /// <summary>The least and the greatest of the true numbers; null for classes.</summary>
    internal (double Least, double Greatest)? Range { get; private init; }

    /// <summary>The value of a metric.</summary>
    /// <exception cref="KeyNotFoundException">It is none of <see cref="Metrics"/>.</exception>
    public double this[Metric metric] => Metrics[metric];

    /// <summary>Holds a network's outputs against the targets of the same rows.</summary>
    /// <param name="schema">What the outputs stand for.</param>
    /// <param name="outputs">The outputs, [some rows, outputs], until there are those of all rows.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    internal static TableEvaluation Of(TableSchema schema, IEnumerable<Tensor> outputs, Table table, ReadOnlySpan<int> rows)
    {
        if (schema.Target is not ClassTarget classes)
            return OfNumber((NumberTarget)schema.Target, outputs, schema.EncodeTargets<double>(table, rows));
        (long[] labels, IReadOnlyList<string> unseen) = LabelsOf(classes, table, rows);
        return OfClasses(classes, outputs, labels, unseen);
    }

    /// <summary>The class of each row, and the names of those that training did not know, whose labels come after its own.</summary>
    /// <exception cref="TableException">A row has no class, or not one has a class of training: the column is another then.</exception>
    internal static (long[] Labels, IReadOnlyList<string> Unseen) LabelsOf(ClassTarget target, Table table, ReadOnlySpan<int> rows)
    {
        UnseenClasses unseen = new(target.Classes.Count);
        long[] labels = target.EncodeLabels(table, rows, unseen);
        if (!labels.Any(label => label < target.Classes.Count)) target.EncodeLabels(table, rows);
        return (labels, unseen.Names);
    }

    /// <summary>The metrics of a regression.</summary>
    internal static OrderedDictionary<Metric, double> Measure(Tensor predicted, Tensor actual) =>
        new(RegressionMetrics.Select(metric => KeyValuePair.Create(metric, metric.Measure(predicted, actual))));

    private static TableEvaluation OfClasses(ClassTarget target, IEnumerable<Tensor> outputs, long[] classes, IReadOnlyList<string> unseen)
    {
        ClassScores scores = new(target.Classes.Count, classes);
        foreach (Tensor part in outputs) scores.Add(part);
        Tensor labels = Tensor.Wrap(classes, [classes.Length]);
        Tensor predicted = Tensor.Wrap([.. scores.Likeliest], [classes.Length]);
        ConfusionMatrix confusion = ConfusionMatrix.Of(predicted, labels, target.Classes.Count + unseen.Count);
        OrderedDictionary<Metric, double> metrics = new()
        {
            [Metric.Accuracy] = Metric.Accuracy.Measure(predicted, labels),
            [Metric.F1] = F1.Of(confusion),
        };
        if (target.OutputCount == 1) metrics[Metric.AreaUnderCurve] = scores.AreaUnderCurve;
        metrics[Metric.LogLoss] = scores.LogLoss;
        metrics[Metric.CalibrationError] = scores.CalibrationError;
        return new TableEvaluation(classes.Length, metrics)
        {
            Classes = [.. target.Classes, .. unseen],
            UnseenClasses = unseen.Count,
            Confusion = confusion,
            Baseline = TableBaseline.OfClasses(target, classes, target.Classes.Count + unseen.Count),
        };
    }

    private static TableEvaluation OfNumber(NumberTarget target, IEnumerable<Tensor> outputs, double[] standardized)
    {
        double[] numbers = [.. outputs.SelectMany(part => part.To(DType.Float64).ToArray<double>())];
        Tensor predicted = Restore(Tensor.Wrap(numbers, [numbers.Length, 1]));
        Tensor actual = Restore(Tensor.Wrap(standardized, [standardized.Length, 1]));
        return new TableEvaluation(standardized.Length, Measure(predicted, actual))
        {
            Baseline = TableBaseline.OfNumber(target, actual),
            Range = (standardized.Min(), standardized.Max()),
        };

        Tensor Restore(Tensor numbers) => (numbers * target.Scaling.StandardDeviation) + target.Scaling.Mean;
    }
}
