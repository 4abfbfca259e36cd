namespace Denpa;

/// <summary>The rate falls by a factor every so many steps: initial · factor^⌊t / stepSize⌋.</summary>
public sealed class StepSchedule : Schedule
{
    private readonly long stepSize;
    private readonly double factor;

    /// <summary>A schedule of these stairs.</summary>
    /// <param name="stepSize">The steps on one stair, from 1 up.</param>
    /// <param name="factor">What the rate is multiplied by from one stair to the next, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public StepSchedule(long stepSize, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepSize);
        NumberRange.RequirePositive(factor, nameof(factor));
        (this.stepSize, this.factor) = (stepSize, factor);
    }

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate) => initialRate * Math.Pow(factor, step / stepSize);
}
