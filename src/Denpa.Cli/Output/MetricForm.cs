using System.Globalization;
using Denpa.Cli.Language;

namespace Denpa.Cli.Output;

/// <summary>What a metric is called, and how its value is written.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Member">What a JSON document calls it.</param>
/// <param name="Label">What a page calls it.</param>
/// <param name="Format">How a page writes its value.</param>
internal sealed record MetricForm(Metric Metric, string Name, string Member, string Label, string Format)
{
    /// <summary>What people also call the mean over classes.</summary>
    private const string ShortF1 = "f1";

    private const string Measured = "";

    /// <summary>Beyond this a number is written by a power of ten.</summary>
    private const double LongestFixed = 1e6;

    private static readonly CultureInfo Culture = PercentAfterSpace();

    private static readonly MetricForm[] All =
    [
        new(Metric.Accuracy, "accuracy", "accuracy", "accuracy", "P2"),
        new(Metric.F1, "macro-f1", "macroF1", "macro F1", "F4"),
        new(Metric.AreaUnderCurve, "auc", "auc", "AUC", "F4"),
        new(Metric.LogLoss, "log-loss", "logLoss", "log loss", "F4"),
        new(Metric.CalibrationError, "calibration-error", "calibrationError", "calibration error", "F4"),
        new(Metric.RootMeanSquaredError, "rmse", "rmse", "RMSE", Measured),
        new(Metric.MeanAbsoluteError, "mae", "mae", "MAE", Measured),
        new(Metric.RSquared, "r2", "r2", "R²", "F4"),
    ];

    public static MetricForm Of(Metric metric) => All.First(form => form.Metric == metric);

    /// <summary>What a page calls a metric, which may be one in another unit.</summary>
    public static string LabelOf(Metric metric) => All.First(form => form.Metric.Name == metric.Name).Label;

    /// <summary>Whether the command line may call it so.</summary>
    public bool IsCalled(string name) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || (Metric == Metric.F1 && name.Equals(ShortF1, StringComparison.OrdinalIgnoreCase));

    /// <summary>The metric with its value, as a page has it.</summary>
    public string Write(double value) => $"{Phrase.Word(Label)} {Value(value)}";

    /// <summary>Metrics with their values, but for those that are no number.</summary>
    public static string Write(IEnumerable<KeyValuePair<Metric, double>> metrics) =>
        Phrase.List(metrics.Where(metric => !double.IsNaN(metric.Value)).Select(metric => Of(metric.Key).Write(metric.Value)));

    /// <summary>The value as a page has it.</summary>
    public string Value(double value) =>
        Format == Measured ? Significant.Of(value)
        : Math.Abs(value) < LongestFixed ? value.ToString(Format, Culture)
        : value.ToString("G4", Culture);

    /// <summary>A share as a page has it: 97.3 %.</summary>
    public static string Share(double share) => share.ToString("P1", Culture);

    private static CultureInfo PercentAfterSpace()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.PercentPositivePattern = 0;
        return culture;
    }
}
