using System.Diagnostics;
using System.Globalization;
using Denpa.Cli.Language;
using Denpa.Cli.Output;

namespace Denpa.Cli.DataSets;

/// <summary>Told how fetching goes on.</summary>
internal interface IFetchProgress
{
    void Begin(PinnedFile file, bool isThere);

    void Report(long bytes, long? total);

    void Note(string message);
}

/// <summary>Where fetching stands, on standard error: on a terminal a line that is written over; in a log a line for each file.</summary>
internal sealed class FetchProgress(bool quiet) : IFetchProgress, IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private string name = "";
    private long written;
    private bool isLineOpen;

    public void Begin(PinnedFile file, bool isThere)
    {
        CloseLine();
        name = file.Name;
        if (!quiet) Console.Error.WriteLine(isThere ? Phrase.Of($"{file.Name} is there already") : Phrase.Of($"fetching {file.Name}"));
    }

    public void Report(long bytes, long? total)
    {
        if (quiet || !Terminal.IsLive || (written != 0 && Stopwatch.GetElapsedTime(written) < Between)) return;
        written = Stopwatch.GetTimestamp();
        isLineOpen = true;
        const double million = 1e6;
        string of = total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all / million:F1}") : "";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\x1b[2K  {bytes / million:F1}{of} MB"));
    }

    public void Note(string message)
    {
        CloseLine();
        if (!quiet) Log.Note($"{name}: {message}");
    }

    public void Dispose() => CloseLine();

    private void CloseLine()
    {
        if (isLineOpen) Console.Error.Write("\r\x1b[2K");
        isLineOpen = false;
    }
}
