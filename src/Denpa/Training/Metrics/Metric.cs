using System.Globalization;

namespace Denpa;

/// <summary>A number that says how good predictions are, measured on validation data after each epoch.</summary>
/// <param name="Name">What histories and messages call it.</param>
/// <param name="Measure">The number, of a model's outputs and their targets.</param>
/// <param name="HigherIsBetter">Whether a rise is an improvement.</param>
public sealed record Metric(string Name, Func<Tensor, Tensor, double> Measure, bool HigherIsBetter)
{
    /// <summary><see cref="Denpa.Accuracy"/>.</summary>
    public static Metric Accuracy { get; } = new("accuracy", Denpa.Accuracy.Of, HigherIsBetter: true);

    /// <summary><see cref="Denpa.Precision"/>, the macro average.</summary>
    public static Metric Precision { get; } = new("precision", Denpa.Precision.Of, HigherIsBetter: true);

    /// <summary><see cref="Denpa.Recall"/>, the macro average.</summary>
    public static Metric Recall { get; } = new("recall", Denpa.Recall.Of, HigherIsBetter: true);

    /// <summary><see cref="Denpa.F1"/>, the macro average.</summary>
    public static Metric F1 { get; } = new("F1", Denpa.F1.Of, HigherIsBetter: true);

    /// <summary><see cref="Denpa.LogLoss"/>.</summary>
    public static Metric LogLoss { get; } = new("log loss", Denpa.LogLoss.Of, HigherIsBetter: false);

    /// <summary><see cref="Denpa.AreaUnderCurve"/>, of two classes.</summary>
    public static Metric AreaUnderCurve { get; } = new("AUC", Denpa.AreaUnderCurve.Of, HigherIsBetter: true);

    /// <summary><see cref="Denpa.ExpectedCalibrationError"/>.</summary>
    public static Metric CalibrationError { get; } = new(
        "calibration error", (logits, targets) => ExpectedCalibrationError.Of(logits, targets), HigherIsBetter: false);

    /// <summary><see cref="Denpa.RootMeanSquaredError"/>.</summary>
    public static Metric RootMeanSquaredError { get; } = new("RMSE", Denpa.RootMeanSquaredError.Of, HigherIsBetter: false);

    /// <summary><see cref="Denpa.MeanAbsoluteError"/>.</summary>
    public static Metric MeanAbsoluteError { get; } = new("MAE", Denpa.MeanAbsoluteError.Of, HigherIsBetter: false);

    /// <summary><see cref="Denpa.RSquared"/>.</summary>
    public static Metric RSquared { get; } = new("R²", Denpa.RSquared.Of, HigherIsBetter: true);

    /// <summary><see cref="TopKAccuracy"/>.</summary>
    /// <param name="k">How many guesses a row has.</param>
    public static Metric TopAccuracy(int k) => new(
        string.Create(CultureInfo.InvariantCulture, $"top-{k} accuracy"),
        (outputs, targets) => TopKAccuracy.Of(outputs, targets, k),
        HigherIsBetter: true);
}
