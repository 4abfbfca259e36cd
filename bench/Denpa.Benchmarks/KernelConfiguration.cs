using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Denpa.Cli.Bench;
using Denpa.Cli.Bench.Families;
using Perfolizer.Horology;

namespace Denpa.Benchmarks;

/// <summary>
/// Timing in this process, as the engine's users have it, and beside each time the rates that it means: operations a second, what
/// share that is of the measured peak, and bytes a second.
/// </summary>
internal sealed class KernelConfiguration : ManualConfig
{
    private static readonly Lazy<double> Peak = new(MeasurePeak);

    public KernelConfiguration()
    {
        AddJob(Job.ShortRun
            .WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(200))
            .WithIterationCount(15));
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(new RateColumn("GFLOPS", "10⁹ multiplications and additions a second", (kernel, seconds) => kernel.Operations / seconds / 1e9, "F1"));
        AddColumn(new RateColumn("of peak", "their share of what fused multiply-adds in registers reach", (kernel, seconds) => kernel.Operations / seconds / 1e9 / Peak.Value, "P0"));
        AddColumn(new RateColumn("GB/s", "10⁹ bytes a second, read and written, each once", (kernel, seconds) => kernel.Bytes / seconds / 1e9, "F1"));
    }

    private static double MeasurePeak()
    {
        double[] secondsPerGiga = new FmaPeak(Workers.Count).Time(new Timing(Runs: 9, TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(0.5)));
        return 1 / secondsPerGiga.Order().ElementAt(secondsPerGiga.Length / 2);
    }

    /// <summary>A rate from the mean time of a case; empty where it says nothing.</summary>
    private sealed class RateColumn(string name, string legend, Func<KernelCase, double, double> rate, string format) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public string Legend => legend;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            if (summary[benchmarkCase]?.ResultStatistics is not { } statistics) return "";
            KernelCase kernel = (KernelCase)benchmarkCase.Parameters[nameof(KernelBenchmark.Case)];
            double value = rate(kernel, statistics.Median / 1e9);
            return value > 0 ? value.ToString(format, CultureInfo.InvariantCulture) : "";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
    }
}
