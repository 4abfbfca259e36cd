namespace Denpa;

/// <summary>
/// Recorded steps that share what they change, and what that was when one of them was last run anew and found the same. Replays since
/// then may turn out to have been wrong; all goes back to that state then.
/// </summary>
/// <param name="keepMore">Has more kept than the variables that the steps change and the generators that they move.</param>
internal sealed class ComparedSteps(Action<Undo>? keepMore = null)
{
    private readonly List<ComparedStep> steps = [];
    private Undo compared = new();

    /// <summary>How many steps were replayed since one was last run anew.</summary>
    public long Replays { get; private set; }

    /// <summary>Whether every step so far was run anew, or replayed after it was found the same and before it was found so again.</summary>
    public bool IsSettled => Replays == 0;

    /// <summary>Runs a step for the first time.</summary>
    /// <exception cref="HostReadException">The step looks at elements or draws by itself; what it had changed is put back.</exception>
    public ComparedStep Record(
        Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> step, ReadOnlySpan<Tensor> inputs, IReadOnlyList<Rewrite> rewrites)
    {
        ComparedStep recorded = ComparedStep.Record(step, inputs, rewrites);
        steps.Add(recorded);
        NoteCompared();
        return recorded;
    }

    /// <summary>Takes note of a step that is replayed.</summary>
    public void NoteReplay() => Replays++;

    /// <summary>Runs a step anew, as <see cref="ComparedStep.Compare"/> does; when it is the same, all before it is settled.</summary>
    public string? Compare(ComparedStep step, ReadOnlySpan<Tensor> inputs, out StepRun? run)
    {
        string? difference = step.Compare(inputs, out run);
        if (difference is null) NoteCompared();
        return difference;
    }

    /// <summary>Finds out whether the latest replay was right: runs its step anew and takes that back.</summary>
    /// <param name="step">The step that was replayed.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="isRunaway">Tells the exceptions by which a step refuses an update, as no replay since did.</param>
    /// <returns>What differs from the recorded run, or null.</returns>
    public string? CompareLatest(ComparedStep step, ReadOnlySpan<Tensor> inputs, Func<Exception, bool> isRunaway)
    {
        Undo now = Now();
        string? difference;
        try
        {
            difference = step.Compare(inputs, out _);
        }
        catch (Exception error) when (isRunaway(error))
        {
            difference = "it runs away now";
        }

        now.Restore();
        if (difference is null) NoteCompared();
        return difference;
    }

    /// <summary>Puts everything back to what it was when a step was last found the same, and forgets the steps.</summary>
    public void GoBack()
    {
        compared.Restore();
        Clear();
    }

    /// <summary>Forgets the steps: what was replayed can be compared no more.</summary>
    public void Clear()
    {
        steps.Clear();
        (compared, Replays) = (new Undo(), 0);
    }

    private void NoteCompared() => (compared, Replays) = (Now(), 0);

    private Undo Now()
    {
        Undo undo = Undo.Of(steps.SelectMany(step => step.Overwritten), steps.SelectMany(step => step.Drawn));
        keepMore?.Invoke(undo);
        return undo;
    }
}
