using System.CommandLine;
using Denpa.Cli.Bench;
using Denpa.Cli.Ends;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>bench</c>: how fast this machine does what networks are made of.</summary>
internal static class BenchCommand
{
    private static readonly Option<string[]?> Only = OptionParsers.Names("--only", "Only these workloads", Flaw);
    private static readonly Option<int> Runs = OptionParsers.Whole(
        "--runs", "Timed runs, of which the median is given", 7, NumberBounds.WholeFrom(1));
    private static readonly Option<double?> Seconds = OptionParsers.Number(
        "--seconds",
        "How long each run takes at least; 0.2 when left out",
        new NumberBounds("a number above 0, up to 3600", value => value is > 0 and <= 3600));
    private static readonly Option<bool> List = new("--list") { Description = "Only say what there is to time" };
    private static readonly Option<bool> Serve = new("--serve") { Description = "Time on request, line by line", Hidden = true };

    // By default two seconds: as long as the runtime may take, on a busy machine, to compile everything for speed.
    private const int WarmUpRuns = 10;

    public static Command Create()
    {
        Command command = new("bench", "Times standard workloads on this machine")
        {
            Only, CommonOptions.Threads, Runs, Seconds, List, Serve,
        };
        CommonOptions.AddTo(command);
        Only.CompletionSources.Add([.. Workloads.All.Select(workload => workload.Name)]);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        using IDisposable? limit = parsed.GetValue(CommonOptions.Threads) is { } threads ? Workers.Limit(threads) : null;
        bool json = parsed.GetValue(CommonOptions.Json);
        TimeSpan shortest = TimeSpan.FromSeconds(parsed.GetValue(Seconds) ?? 0.2);
        Timing timing = new(parsed.GetValue(Runs), shortest, WarmUp: WarmUpRuns * shortest);
        if (parsed.GetValue(Serve))
        {
            using Stream answers = StandardStreams.OpenOutput();
            BenchServer.Run(Console.In, answers, timing);
        }
        else if (parsed.GetValue(List))
        {
            if (json) BenchReport.WriteListJson();
            else BenchReport.WriteList(new Page(Terminal.Results));
        }
        else
        {
            Measurement[] measurements = Measure(parsed.GetValue(Only) ?? [], timing, parsed.GetValue(CommonOptions.Quiet));
            if (json) BenchReport.WriteJson(measurements);
            else BenchReport.Write(new Page(Terminal.Results), measurements, PeakFor(measurements, timing));
        }

        return ExitCode.Done;
    }

    private static Measurement[] Measure(string[] only, Timing timing, bool quiet)
    {
        Workload[] chosen =
        [
            .. Workloads.All.Where(workload => only.Length == 0 || only.Contains(workload.Name, StringComparer.OrdinalIgnoreCase)),
        ];
        Measurement[] measurements = new Measurement[chosen.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            if (!quiet) Console.Error.WriteLine(Phrase.Of($"timing {chosen[i].Name} ({i + 1} of {chosen.Length})"));
            measurements[i] = new Measurement(chosen[i], chosen[i].Prepare().Time(timing));
        }

        return measurements;
    }

    /// <summary>What all threads can do, timed now if it was not; null when nothing is to be held against it.</summary>
    private static Measurement? PeakFor(Measurement[] measurements, Timing timing)
    {
        if (measurements.All(measurement => measurement.Gigaflops is null)) return null;
        Workload peak = Workloads.Find("fma-peak")!;
        return measurements.FirstOrDefault(measurement => measurement.Workload == peak)
            ?? new Measurement(peak, peak.Prepare().Time(timing));
    }

    private static string? Flaw(string name)
    {
        if (Workloads.Find(name) is not null) return null;
        IEnumerable<string> names = Workloads.All.Select(workload => workload.Name);
        string cure = MistakenWord.DidYouMean(name, names) is { Length: > 0 } meant ? meant : "; denpa bench --list shows what there is";
        return $"there is no workload {Quoted.Text(name)}{cure}";
    }
}
