using System.Globalization;

namespace Denpa.Cli.Output;

/// <summary>What a metric is called, and how its value is written.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Member">What a JSON document calls it.</param>
/// <param name="Label">What a page calls it.</param>
/// <param name="Format">How a page writes its value.</param>
internal sealed record MetricForm(Metric Metric, string Name, string Member, string Label, string Format)
{
    private static readonly CultureInfo Culture = PercentAfterSpace();

    private static readonly MetricForm[] All =
    [
        new(Metric.Accuracy, "accuracy", "accuracy", "accuracy", "P2"),
        new(Metric.F1, "macro-f1", "macroF1", "macro F1", "F4"),
        new(Metric.LogLoss, "log-loss", "logLoss", "log loss", "F4"),
        new(Metric.RootMeanSquaredError, "rmse", "rmse", "RMSE", "G4"),
        new(Metric.MeanAbsoluteError, "mae", "mae", "MAE", "G4"),
        new(Metric.RSquared, "r2", "r2", "R²", "F4"),
    ];

    public static MetricForm Of(Metric metric) => All.First(form => form.Metric == metric);

    /// <summary>The metric with its value, as a page has it.</summary>
    public string Write(double value) => $"{Label} {value.ToString(Format, Culture)}";

    /// <summary>A share as a page has it: 97.3 %.</summary>
    public static string Share(double share) => share.ToString("P1", Culture);

    private static CultureInfo PercentAfterSpace()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.PercentPositivePattern = 0;
        return culture;
    }
}
