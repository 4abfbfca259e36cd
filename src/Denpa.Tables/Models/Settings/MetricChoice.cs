namespace Denpa.Tables;

/// <summary>A number on the validation rows that settings can name, by which epochs are compared.</summary>
public sealed class MetricChoice : Choice
{
    private const string OfLoss = "loss";

    private readonly TableTask? task;
    private readonly Metric? metric;

    private MetricChoice(string name, string summary, TableTask? task, Metric? metric)
        : base(name, summary) => (this.task, this.metric) = (task, metric);

    /// <summary>The numbers that can be watched; the first is the loss that is learned by.</summary>
    public static IReadOnlyList<MetricChoice> All { get; } =
    [
        new(OfLoss, "the loss itself", null, null),
        new("accuracy", "the share of right answers", TableTask.Classification, Metric.Accuracy),
        new("f1", "the mean F1 of the classes", TableTask.Classification, Metric.F1),
        new("auc", "the area under the curve of two classes", TableTask.Classification, Metric.AreaUnderCurve),
        new("log-loss", "the mean log loss, whatever the loss", TableTask.Classification, Metric.LogLoss),
        new("rmse", "the root of the mean squared error", TableTask.Regression, Metric.RootMeanSquaredError),
        new("mae", "the mean absolute error", TableTask.Regression, Metric.MeanAbsoluteError),
        new("r2", "the share of the variance that is explained", TableTask.Regression, Metric.RSquared),
    ];

    /// <summary>The metric that the settings name, in the target's own unit; null for the loss.</summary>
    /// <exception cref="ArgumentException">It does not go with the target, or there is none of that name.</exception>
    internal static Metric? Of(TrainingSettings settings, TargetSchema target)
    {
        MetricChoice chosen = All.Named(settings.Metric ?? OfLoss, "metric");
        if (chosen.metric is not { } metric) return null;
        if (!chosen.Fits(target)) throw Misfit(chosen, target);
        return target is NumberTarget number ? InUnitOf(number.Scaling, metric) : metric;
    }

    private bool Fits(TargetSchema target) => task == target.Task && (metric != Metric.AreaUnderCurve || target.OutputCount == 1);

    /// <summary>The metric of standardised numbers as that of the numbers themselves; R² is the same of both.</summary>
    private static Metric InUnitOf(Scaling scaling, Metric metric) => metric == Metric.RSquared
        ? metric
        : metric with { Measure = (outputs, targets) => scaling.StandardDeviation * metric.Measure(outputs, targets) };

    private static ArgumentException Misfit(MetricChoice chosen, TargetSchema target)
    {
        MetricChoice[] fitting = [.. All.Where(choice => choice.Fits(target))];
        string subject = Quoted.Text(target.Name);
        string what = target is ClassTarget classes ? $"the {classes.Classes.Count} classes of {subject}" : $"the number {subject}";
        return new ArgumentException($"the metric {chosen.Name} is not one of {what}: use one of {string.Join(", ", fitting.Names)}");
    }
}
