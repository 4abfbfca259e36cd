using System.Diagnostics;
using System.Globalization;

namespace Denpa.Cli.Output;

/// <summary>
/// Where training stands, on standard error: on a terminal one line that is written over, some ten times a second; in a log
/// about twenty lines.
/// </summary>
internal sealed class TrainProgress : IProgress<TrainingProgress>, IDisposable
{
    private const int LinesInLog = 20;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly long begun = Stopwatch.GetTimestamp();
    private long written;
    private EpochRecord? last;

    /// <summary>After how long the log says more than its twenty lines; twice as long each time, or long runs would fill it.</summary>
    private TimeSpan longestSilence = TimeSpan.FromSeconds(30);

    /// <summary>The last epoch that the log speaks of.</summary>
    private int logged;

    public void Report(TrainingProgress value)
    {
        last = value.Finished ?? last;
        if (Terminal.IsLive) ReportLive(value);
        else ReportToLog(value);
    }

    /// <summary>Leaves the last epoch standing as a line.</summary>
    public void Dispose()
    {
        if (last is null) return;
        if (Terminal.IsLive) WriteOver(Line(last.Epoch, null) + "\n");
        else if (logged != last.Epoch) Console.Error.WriteLine(Line(last.Epoch, null));
    }

    private void ReportLive(TrainingProgress value)
    {
        if (written != 0 && Stopwatch.GetElapsedTime(written) < Between) return;
        written = Stopwatch.GetTimestamp();
        WriteOver(Line(last?.Epoch ?? value.Epoch, value));
    }

    private void ReportToLog(TrainingProgress value)
    {
        if (value.Finished is null) return;
        int every = (value.Epochs + LinesInLog - 1) / LinesInLog;
        if (value.Epoch != 1 && value.Epoch % every != 0)
        {
            if (Stopwatch.GetElapsedTime(written == 0 ? begun : written) < longestSilence) return;
            longestSilence *= 2;
        }

        written = Stopwatch.GetTimestamp();
        logged = value.Epoch;
        Console.Error.WriteLine(Line(value.Epoch, value));
    }

    private string Line(int epoch, TrainingProgress? now)
    {
        string place = now is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{epoch}/{at.Epochs}")
            : epoch.ToString(CultureInfo.InvariantCulture);
        double? loss = last?.TrainingLoss ?? now?.Loss;
        string line = string.Create(CultureInfo.InvariantCulture, $"epoch {place,-9} loss {loss:F4}");
        if (last?.ValidationLoss is { } validation) line += string.Create(CultureInfo.InvariantCulture, $"  validation {validation:F4}");
        foreach ((string name, double value) in last?.Metrics ?? new Dictionary<string, double>())
            line += string.Create(CultureInfo.InvariantCulture, $"  {name} {value:F4}");
        return line + string.Create(CultureInfo.InvariantCulture, $"  {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s");
    }

    private static void WriteOver(string line)
    {
        int width = Math.Max(20, Terminal.Progress.Profile.Width - 1);
        string end = line.EndsWith('\n') ? "\n" : "";
        string shown = line.TrimEnd('\n');
        Console.Error.Write($"\r\x1b[2K{shown[..Math.Min(shown.Length, width)]}{end}");
    }
}
