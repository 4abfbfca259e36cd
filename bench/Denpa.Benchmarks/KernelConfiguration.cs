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
        SummaryStyle = SummaryStyle.Default.WithMaxParameterColumnWidth(40);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(
            new RateColumn("GFLOPS", "10⁹ multiplications and additions a second", "F1", kernel => kernel.Operations),
            new RateColumn("of peak", "the share of fused multiply-adds in registers", "P0", kernel => kernel.Operations / Peak.Value),
            new RateColumn("GB/s", "10⁹ bytes a second, read and written, each once", "F1", kernel => kernel.Bytes));
    }

    private static double MeasurePeak()
    {
        Timing timing = new(Runs: 9, TimeSpan.FromSeconds(0.2), WarmUp: TimeSpan.FromSeconds(0.5));
        double[] secondsPerGiga = new FmaPeak(Workers.Count).Time(timing);
        return 1 / secondsPerGiga.Order().ElementAt(secondsPerGiga.Length / 2);
    }

    /// <summary>An amount for each nanosecond of a case's median time, empty where there is none.</summary>
    private sealed class RateColumn(string name, string legend, string format, Func<KernelCase, double> amount) : IColumn
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
            double value = amount(kernel) / statistics.Median;
            return value > 0 ? value.ToString(format, CultureInfo.InvariantCulture) : "";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
    }
}
