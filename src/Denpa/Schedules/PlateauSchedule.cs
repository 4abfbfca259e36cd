namespace Denpa;

/// <summary>
/// The rate falls by a factor whenever the reported metric has not fallen for a while. It listens to
/// <see cref="Schedule.Report"/>; the step does not matter.
/// </summary>
public sealed class PlateauSchedule : Schedule
{
    private const double SmallestChange = 1e-8;
    private const string WaitedName = "waited";
    private const string ReductionsName = "reductions";

    private readonly double factor;
    private readonly int patience;
    private readonly double threshold;
    private readonly double minimumRate;

    private readonly Tensor best = Tensor.Scalar(double.PositiveInfinity);
    private readonly Tensor waited = Tensor.Zeros([], DType.Int64);
    private readonly Tensor reductions = Tensor.Zeros([], DType.Int64);

    /// <summary>A schedule with this patience.</summary>
    /// <param name="factor">What the rate is multiplied by, above 0 and below 1; a change under 1e-8 is not made.</param>
    /// <param name="patience">How many reports in a row may fail to improve; one more and the rate falls.</param>
    /// <param name="threshold">
    /// The part of the best metric's magnitude by which a report must be below it to be an improvement: below best − threshold · |best|.
    /// </param>
    /// <param name="minimumRate">What the rate never falls below, from 0 up.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public PlateauSchedule(double factor = 0.1, int patience = 10, double threshold = 1e-4, double minimumRate = 0)
    {
        NumberRange.RequirePositive(factor, nameof(factor));
        NumberRange.RequireFraction(factor, nameof(factor));
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        NumberRange.RequireFraction(threshold, nameof(threshold));
        NumberRange.RequireNotNegative(minimumRate, nameof(minimumRate));
        (this.factor, this.patience, this.threshold, this.minimumRate) = (factor, patience, threshold, minimumRate);
    }

    /// <inheritdoc/>
    public override void Report(double metric)
    {
        ref double lowest = ref best.Elements<double>()[0];
        ref long since = ref waited.Elements<long>()[0];
        double margin = double.IsFinite(lowest) ? threshold * Math.Abs(lowest) : 0;
        if (metric < lowest - margin) (lowest, since) = (metric, 0);
        else since++;
        if (since <= patience) return;
        since = 0;
        reductions.Elements<long>()[0]++;
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Tensor> SaveState() => SavedState.Save(Live());

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">It is not the state of such a schedule, or a count in it is negative.</exception>
    public override void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        foreach (string count in (ReadOnlySpan<string>)[WaitedName, ReductionsName])
        {
            if (state.TryGetValue(count, out Tensor? saved)) SavedState.RequireCount("schedule", count, saved);
        }

        SavedState.Load("schedule", Live(), state);
    }

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate)
    {
        double rate = initialRate;
        for (long i = reductions.AsSpan<long>()[0]; i > 0; i--)
        {
            double reduced = Math.Max(rate * factor, minimumRate);
            if (rate - reduced <= SmallestChange) break;
            rate = reduced;
        }

        return rate;
    }

    private OrderedDictionary<string, Tensor> Live() => new() { ["best"] = best, [WaitedName] = waited, [ReductionsName] = reductions };
}
