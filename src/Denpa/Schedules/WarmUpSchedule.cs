namespace Denpa;

/// <summary>
/// The rate rises in a line to where another schedule begins, initial · (t + 1) / steps, and then follows that schedule from
/// its step 0 (Goyal et al., "Accurate, large minibatch SGD: training ImageNet in 1 hour", 2017, section 2.2).
/// </summary>
public sealed class WarmUpSchedule : Schedule
{
    private readonly long steps;
    private readonly Schedule following;

    /// <summary>A warm-up before a schedule.</summary>
    /// <param name="steps">The steps of the rise, from 1 up.</param>
    /// <param name="following">The schedule after it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no step.</exception>
    public WarmUpSchedule(long steps, Schedule following)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        (this.steps, this.following) = (steps, following);
    }

    /// <inheritdoc/>
    internal override bool HasEnd => following.HasEnd;

    /// <inheritdoc/>
    public override void Report(double metric) => following.Report(metric);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Tensor> SaveState() => following.SaveState();

    /// <inheritdoc/>
    public override void LoadState(IReadOnlyDictionary<string, Tensor> state) => following.LoadState(state);

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate) => step < steps
        ? following.Rate(0, initialRate) * ((step + 1.0) / steps)
        : following.Rate(step - steps, initialRate);
}
