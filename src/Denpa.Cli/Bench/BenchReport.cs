using System.Globalization;
using System.Text.Json;
using Denpa.Cli.Language;
using Denpa.Cli.Output;

namespace Denpa.Cli.Bench;

/// <summary>Times as a table for people and as JSON for programs.</summary>
internal static class BenchReport
{
    public static void WriteList(Page page)
    {
        page.Columns([.. Workloads.All.Select(workload => (string[])[workload.Name, workload.Unit.Name, Sentences.Of(workload.Content)])]);
        page.Command("Next", "denpa bench --only mlp-sgd");
    }

    public static void WriteListJson() => JsonOutput.Write("bench", json =>
    {
        json.WriteStartArray("workloads");
        foreach (Workload workload in Workloads.All)
        {
            json.WriteStartObject();
            json.WriteString("name", workload.Name);
            json.WriteString("content", workload.Content);
            json.WriteString("unit", workload.Unit.Name);
            json.Number("flop", workload.Operations);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <param name="page">Where to write.</param>
    /// <param name="measurements">What was timed.</param>
    /// <param name="peak">What the threads can do at most; null when nothing was timed to be held against it.</param>
    public static void Write(Page page, IReadOnlyList<Measurement> measurements, Measurement? peak)
    {
        string cores = Quantity.Of(Machine.Cores, "core"), threads = Quantity.Of(Workers.Count, "thread");
        page.Field("Machine", Phrase.Of($"{Machine.Processor}, {cores}, vectors of {Machine.VectorBits} bits"));
        page.Field("System", $"{Machine.System}, {Machine.Runtime}");
        page.Field("Threads", Whole(Workers.Count));
        List<string[]> rows = [["", .. Phrase.Words("median", "least", "unit", "GFLOPS", "of peak")]];
        rows.AddRange(measurements.Select(measurement => Row(measurement, peak)));
        page.Columns(rows, false, true, true, false, true, true);
        if (peak is not null)
        {
            string rate = Digits(peak.Median);
            page.Field("Peak", Phrase.Of($"{rate} GFLOPS of float32: fused multiply-adds in registers on {threads}"));
        }

        string only = string.Concat(measurements.Take(1).Select(measurement => $" --only {measurement.Workload.Name}"));
        page.Command("Next", $"denpa bench{only} --json > bench.json");
    }

    public static void WriteJson(IReadOnlyList<Measurement> measurements) => JsonOutput.Write("bench", json =>
    {
        json.WriteStartObject("machine");
        json.WriteString("processor", Machine.Processor);
        json.WriteNumber("cores", Machine.Cores);
        json.WriteNumber("vectorBits", Machine.VectorBits);
        json.WriteString("os", Machine.System);
        json.WriteString("dotnet", Machine.Runtime);
        json.WriteEndObject();
        json.WriteNumber("threads", Workers.Count);
        json.WriteStartArray("workloads");
        foreach (Measurement measurement in measurements) Write(json, measurement);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Measurement measurement)
    {
        json.WriteStartObject();
        json.WriteString("name", measurement.Workload.Name);
        json.WriteString("unit", measurement.Workload.Unit.Name);
        json.Number("median", measurement.Median);
        json.Number("min", measurement.Least);
        json.Numbers("runs", measurement.Runs);
        if (measurement.Gigaflops is { } gigaflops) json.Number("gflops", gigaflops);
        json.WriteEndObject();
    }

    private static string[] Row(Measurement measurement, Measurement? peak)
    {
        string share = measurement.Gigaflops is { } gigaflops && peak is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{100 * gigaflops / peak.Median:F0} %")
            : "";
        return
        [
            measurement.Workload.Name, Digits(measurement.Median), Digits(measurement.Least), measurement.Workload.Unit.Name,
            measurement.Gigaflops is { } rate ? Digits(rate) : "", share,
        ];
    }

    private static string Digits(double value) => Significant.Of(value, digits: 3);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
