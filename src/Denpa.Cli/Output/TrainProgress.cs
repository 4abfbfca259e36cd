using System.Diagnostics;
using System.Globalization;
using Denpa.Cli.Language;

namespace Denpa.Cli.Output;

/// <summary>
/// Where training stands, on standard error: on a terminal one line that is written over, some ten times a second; in a log
/// about twenty lines.
/// </summary>
internal sealed class TrainProgress : IProgress<TrainingProgress>, IDisposable
{
    private const int LinesInLog = 20;
    private const double LongestFixed = 1e6;
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
        string line = $"{Phrase.Word("epoch")} {place,-9} {Phrase.Word("loss")} {Number(loss)}";
        if (last?.ValidationLoss is { } validation) line += $"  {Phrase.Word("validation")} {Number(validation)}";
        foreach ((string name, double value) in last?.Metrics ?? new Dictionary<string, double>())
            line += $"  {Phrase.Word(name)} {Number(value)}";
        return line + Phrase.Of($"  {Seconds()} s");
    }

    private string Seconds() => Stopwatch.GetElapsedTime(begun).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>Four decimals, which stand still while a line is written over; a power of ten where that would be too long.</summary>
    private static string Number(double? number) => number is not { } value ? ""
        : value.ToString(Math.Abs(value) < LongestFixed ? "F4" : "G4", CultureInfo.InvariantCulture);

    private static void WriteOver(string line)
    {
        int width = Math.Max(20, Terminal.Progress.Profile.Width - 1);
        string end = line.EndsWith('\n') ? "\n" : "";
        string shown = CellText.Wrap(line.TrimEnd('\n'), width).First();
        Console.Error.Write($"\r\x1b[2K{shown}{end}");
    }
}
