using System.Globalization;

namespace Denpa;

/// <summary>Prints a line for every epoch as it ends: <c>Fit(training, progress: new ConsoleProgress())</c>.</summary>
/// <param name="every">How many epochs go to a line; the last is always printed.</param>
/// <param name="writer">Where to; the console when left out.</param>
public sealed class ConsoleProgress(int every = 1, TextWriter? writer = null) : IProgress<TrainingProgress>
{
    private const string NumberFormat = "G4";

    /// <summary>Prints the line, where an epoch has ended.</summary>
    public void Report(TrainingProgress value)
    {
        if (value.Finished is not { } epoch) return;
        if (epoch.Epoch % every != 0 && epoch.Epoch != value.Epochs) return;
        List<string> parts = [$"epoch {Text(epoch.Epoch).PadLeft(Text(value.Epochs).Length)}/{Text(value.Epochs)}"];
        parts.Add($"{TrainingOptions.TrainingLoss} {Text(epoch.TrainingLoss)}");
        if (epoch.ValidationLoss is { } loss) parts.Add($"{TrainingOptions.ValidationLoss} {Text(loss)}");
        parts.AddRange(epoch.Metrics.Select(metric => $"{metric.Key} {Text(metric.Value)}"));
        (writer ?? Console.Out).WriteLine(string.Join("  ", parts));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(NumberFormat, CultureInfo.InvariantCulture);
}
