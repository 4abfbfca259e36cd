namespace Denpa;

/// <summary>The rate falls by a factor at every step: initial · factorᵗ.</summary>
public sealed class ExponentialSchedule : Schedule
{
    private readonly double factor;

    /// <summary>A schedule with this factor.</summary>
    /// <param name="factor">What the rate is multiplied by from one step to the next, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is out of its range.</exception>
    public ExponentialSchedule(double factor)
    {
        NumberRange.RequirePositive(factor, nameof(factor));
        this.factor = factor;
    }

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate) => initialRate * Math.Pow(factor, step);
}
