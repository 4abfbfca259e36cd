namespace Denpa.Cli.Bench;

/// <summary>What came of timing a workload.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Seconds">The time of one unit of work in each run.</param>
internal sealed record Measurement(Workload Workload, double[] Seconds)
{
    /// <summary>The runs in the workload's unit.</summary>
    public double[] Runs { get; } = [.. Seconds.Select(seconds => Workload.Unit.Of(seconds, Workload.Operations))];

    /// <summary>The median time, in the workload's unit.</summary>
    public double Median => Workload.Unit.Of(MedianOf(Seconds), Workload.Operations);

    public double Least => Runs.Min();

    /// <summary>Operations a second in 10⁹, from the median; null where they do not decide the time.</summary>
    public double? Gigaflops => Workload.Operations > 0 ? Workload.Operations / MedianOf(Seconds) / 1e9 : null;

    private static double MedianOf(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
