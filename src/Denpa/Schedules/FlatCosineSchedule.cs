namespace Denpa;

/// <summary>The initial rate for the first half of the steps; then it falls to 0 along half a cosine, and stays there.</summary>
public sealed class FlatCosineSchedule : Schedule
{
    private readonly long totalSteps;

    /// <summary>A schedule over these steps.</summary>
    /// <param name="totalSteps">The step at which 0 is reached, from 1 up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public FlatCosineSchedule(long totalSteps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(totalSteps);
        this.totalSteps = totalSteps;
    }

    /// <inheritdoc/>
    internal override bool HasEnd => true;

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate) =>
        CosineArc.Between(initialRate, 0, Math.Max(0, (2.0 * Math.Min(step, totalSteps) / totalSteps) - 1));
}
