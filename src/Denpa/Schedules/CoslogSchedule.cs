namespace Denpa;

/// <summary>
/// The rate rises and falls in cycles, each twice as long as the one before, initial · ½(1 − cos(2π · log₂(1 + (2ᵏ − 1) t / T))), and is 0
/// at the beginning and at the end (Holzmüller, Grinsztajn and Steinwart, "Better by default", NeurIPS 2024).
/// </summary>
public sealed class CoslogSchedule : Schedule
{
    private readonly long totalSteps;
    private readonly double stretch;

    /// <summary>A schedule over these steps.</summary>
    /// <param name="totalSteps">T, the step at which the last cycle ends, from 1 up.</param>
    /// <param name="cycles">k, the number of cycles, from 1 to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public CoslogSchedule(long totalSteps, int cycles = 4)
    {
        const int most = 30;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(totalSteps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cycles);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cycles, most);
        (this.totalSteps, stretch) = (totalSteps, Math.Pow(2, cycles) - 1);
    }

    /// <inheritdoc/>
    internal override bool HasEnd => true;

    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate)
    {
        double turns = Math.Log2(1 + (stretch * Math.Min(step, totalSteps) / totalSteps));
        return initialRate / 2 * (1 - Math.Cos(2 * Math.PI * turns));
    }
}
