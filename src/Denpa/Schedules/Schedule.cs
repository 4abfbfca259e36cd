namespace Denpa;

/// <summary>How the learning rate goes over the steps of training: a function of the step, and for some of a metric reported.</summary>
public abstract class Schedule
{
    /// <summary>The learning rate that a step is taken with.</summary>
    /// <param name="step">The step, counted from 0.</param>
    /// <param name="initialRate">The parameter group's initial learning rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public double Rate(long step, double initialRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return Compute(step, initialRate);
    }

    /// <summary>Whether the rates of all steps depend on which is the last one, so that more steps are another schedule.</summary>
    internal virtual bool HasEnd => false;

    /// <summary>Tells the schedule a metric that should fall, such as the validation loss. Most schedules do not listen.</summary>
    /// <param name="metric">The metric; one that should rise is told with its sign turned.</param>
    public virtual void Report(double metric)
    {
    }

    /// <summary>What the schedule remembers of the reports, by name; empty for a function of the step alone.</summary>
    public virtual IReadOnlyDictionary<string, Tensor> SaveState() => new Dictionary<string, Tensor>();

    /// <summary>Goes on as the schedule whose state this is.</summary>
    /// <exception cref="ArgumentException">It is not the state of such a schedule.</exception>
    public virtual void LoadState(IReadOnlyDictionary<string, Tensor> state) =>
        SavedState.Load("schedule", new Dictionary<string, Tensor>(), state);

    /// <summary>The learning rate of a step from 0 up.</summary>
    protected abstract double Compute(long step, double initialRate);
}
