namespace Denpa;

/// <summary>
/// A recorded step of code that is not Denpa's own: it is replayed as long as the step, run anew now and then, does what it did when it
/// was recorded.
/// </summary>
internal sealed class ComparedStep
{
    private readonly Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step;
    private readonly StepDescription description;
    private readonly HashSet<Storage> overwritten = [];
    private readonly HashSet<Generator> drawn = [];
    private long runs = 1;

    private ComparedStep(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step, StepRun first, IReadOnlyList<Rewrite> rewrites)
    {
        (this.step, description, FirstResults) = (step, new StepDescription(first), first.Results);
        foreach (Invocation invocation in first.Invocations)
        {
            overwritten.UnionWith(invocation.Overwritten());
            if (invocation.Op.Draws is { } generator) drawn.Add(generator);
        }

        Recorded = RecordedStep.Of(first, rewrites);
    }

    /// <summary>What replays.</summary>
    public RecordedStep Recorded { get; }

    /// <summary>What the run returned that was recorded.</summary>
    public IReadOnlyList<Tensor> FirstResults { get; }

    /// <summary>The variables that the step changes.</summary>
    public IReadOnlySet<Storage> Overwritten => overwritten;

    /// <summary>The generators that the step moves.</summary>
    public IReadOnlySet<Generator> Drawn => drawn;

    /// <summary>Runs a step for the first time.</summary>
    /// <exception cref="HostReadException">The step looks at elements or draws by itself; what it had changed is put back.</exception>
    public static ComparedStep Record(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step, ReadOnlySpan<Tensor> inputs, IReadOnlyList<Rewrite> rewrites) =>
        new(step, StepRun.Of(step, inputs), rewrites);

    /// <summary>Counts a run that begins; true when it is to be run anew and compared.</summary>
    public bool BeginsCompared() => ComparisonTimes.IsDue(++runs);

    /// <summary>Runs the step anew.</summary>
    /// <param name="inputs">The step's inputs.</param>
    /// <param name="run">The run; null when the step looked at elements or drew by itself, and what it had changed is put back.</param>
    /// <returns>What differs from the recorded run, or null.</returns>
    public string? Compare(ReadOnlySpan<Tensor> inputs, out StepRun? run)
    {
        try
        {
            run = StepRun.Of(step, inputs);
        }
        catch (HostReadException refusal)
        {
            run = null;
            return refusal.Message;
        }

        return description.DifferenceTo(new StepDescription(run));
    }
}
