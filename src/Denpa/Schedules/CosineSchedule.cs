namespace Denpa;

/// <summary>
/// The rate falls along half a cosine to a minimum, min + ½(initial − min)(1 + cos(πt / T)), and stays there (Loshchilov and
/// Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR 2017, eq. 5, without restarts).
/// </summary>
public sealed class CosineSchedule : Schedule
{
    private readonly long totalSteps;
    private readonly double minimumRate;

    /// <summary>A schedule over these steps.</summary>
    /// <param name="totalSteps">T, the step at which the minimum is reached, from 1 up.</param>
    /// <param name="minimumRate">The rate at the end, from 0 up.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public CosineSchedule(long totalSteps, double minimumRate = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(totalSteps);
        NumberRange.RequireNotNegative(minimumRate, nameof(minimumRate));
        (this.totalSteps, this.minimumRate) = (totalSteps, minimumRate);
    }

    /// <inheritdoc/>
    internal override bool HasEnd => true;

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate) =>
        CosineArc.Between(initialRate, minimumRate, Math.Min(step, totalSteps) / (double)totalSteps);
}
