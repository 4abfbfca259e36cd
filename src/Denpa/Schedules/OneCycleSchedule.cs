namespace Denpa;

/// <summary>
/// One cycle: along half a cosine up from a small rate to the initial rate, which is the largest, then down to a tiny one
/// (Smith and Topin, "Super-convergence: very fast training of neural networks using large learning rates", 2019). It stays
/// at its end.
/// </summary>
public sealed class OneCycleSchedule : Schedule
{
    private readonly double peakStep;
    private readonly double lastStep;
    private readonly double startDivisor;
    private readonly double finalDivisor;

    /// <summary>A schedule over these steps.</summary>
    /// <param name="totalSteps">The steps of the cycle.</param>
    /// <param name="warmupFraction">The part of them that goes up: the peak is at step fraction · total − 1.</param>
    /// <param name="startDivisor">The peak over the first rate, above 0.</param>
    /// <param name="finalDivisor">The first rate over the last, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the way up or down has no step.</exception>
    public OneCycleSchedule(long totalSteps, double warmupFraction = 0.3, double startDivisor = 25, double finalDivisor = 1e4)
    {
        NumberRange.RequireFraction(warmupFraction, nameof(warmupFraction));
        NumberRange.RequirePositive(startDivisor, nameof(startDivisor));
        NumberRange.RequirePositive(finalDivisor, nameof(finalDivisor));
        lastStep = totalSteps - 1.0;
        peakStep = (warmupFraction * totalSteps) - 1;
        if (!(peakStep > 0 && peakStep < lastStep))
        {
            throw new ArgumentOutOfRangeException(
                nameof(totalSteps),
                totalSteps,
                FormattableString.Invariant($"one cycle needs steps up and down: with {warmupFraction} of ")
                + $"{Counted.Of(totalSteps, "step", "steps")} going up, none is left for one of them; take more steps");
        }

        (this.startDivisor, this.finalDivisor) = (startDivisor, finalDivisor);
    }

    /// <inheritdoc/>
    internal override bool HasEnd => true;

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate)
    {
        double first = initialRate / startDivisor;
        return step <= peakStep
            ? CosineArc.Between(first, initialRate, step / peakStep)
            : CosineArc.Between(initialRate, first / finalDivisor, (Math.Min(step, lastStep) - peakStep) / (lastStep - peakStep));
    }
}
