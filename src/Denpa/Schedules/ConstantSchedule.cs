namespace Denpa;

/// <summary>The initial learning rate at every step.</summary>
public sealed class ConstantSchedule : Schedule
{
    /// <inheritdoc/>
    protected override double Compute(long step, double initialRate) => initialRate;
}
