namespace Denpa.Tables;

/// <summary>
/// What it would be worth to answer the same for every row, without looking at it: the commonest class of the training rows, or the mean
/// of their numbers. A model that is not better has learned nothing.
/// </summary>
public sealed class TableBaseline
{
    private TableBaseline(IReadOnlyDictionary<Metric, double> metrics) => Metrics = metrics;

    /// <summary>The commonest class of training, the first of equals; null for a number.</summary>
    public string? Class { get; private init; }

    /// <summary>The mean of training, in the target's unit; null for classes.</summary>
    public double? Number { get; private init; }

    /// <summary>
    /// The metrics in order: of classes <see cref="Metric.Accuracy"/>, <see cref="Metric.F1"/>, and <see cref="Metric.LogLoss"/> of the
    /// classes' shares in training; of a number <see cref="Metric.RootMeanSquaredError"/>, <see cref="Metric.MeanAbsoluteError"/> and
    /// <see cref="Metric.RSquared"/>.
    /// </summary>
    public IReadOnlyDictionary<Metric, double> Metrics { get; }

    /// <summary>The baseline of rows of some classes; null where nobody knows which is the commonest.</summary>
    /// <param name="target">The classes, with their training rows.</param>
    /// <param name="labels">The class of each row, beyond those of the target where training did not know it.</param>
    /// <param name="classes">The number of classes, known or not.</param>
    internal static TableBaseline? OfClasses(ClassTarget target, long[] labels, int classes)
    {
        if (target.TrainingRows is not { } counts || counts.Sum(count => (long)count) is not (> 0 and var trained)) return null;
        int commonest = Enumerable.Range(0, counts.Count).MaxBy(label => counts[label]);
        long[] answers = new long[labels.Length];
        Array.Fill(answers, commonest);
        ConfusionMatrix confusion = ConfusionMatrix.Of(
            Tensor.Wrap(answers, [labels.Length]), Tensor.Wrap(labels, [labels.Length]), classes);
        OrderedDictionary<Metric, double> metrics = new()
        {
            [Metric.Accuracy] = (double)confusion[commonest, commonest] / labels.Length,
            [Metric.F1] = F1.Of(confusion),
            [Metric.LogLoss] = labels.Where(label => label < counts.Count)
                .Average(label => -Math.Log((double)counts[(int)label] / trained)),
        };
        return new TableBaseline(metrics) { Class = target.Classes[commonest] };
    }

    /// <summary>The baseline of rows of some numbers.</summary>
    /// <param name="target">What is known of the training rows.</param>
    /// <param name="actual">The numbers, [rows, 1], in the target's unit.</param>
    internal static TableBaseline OfNumber(NumberTarget target, Tensor actual)
    {
        double mean = target.Scaling.Mean;
        double[] answers = new double[actual.Length];
        Array.Fill(answers, mean);
        return new TableBaseline(TableEvaluation.Measure(Tensor.Wrap(answers, actual.Shape), actual)) { Number = mean };
    }
}
