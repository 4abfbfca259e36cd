namespace Denpa.SteadyState;

/// <summary>
/// Counts what the process allocates from step to step. The first steps, in which plans are recorded and methods compiled, do not count,
/// and neither does the time between two epochs.
/// </summary>
internal sealed class AllocationCount : TrainerCallback
{
    private const int WarmUp = 400;
    private const int Counted = 1000;

    private long before;
    private int steps;

    /// <summary>The bytes of the counted steps.</summary>
    public long Bytes { get; private set; }

    public bool IsDone => steps >= WarmUp + Counted;

    public void Step(bool isFirst = false)
    {
        long now = GC.GetTotalAllocatedBytes(precise: true);
        if (!isFirst && !IsDone && steps++ >= WarmUp) Bytes += now - before;
        before = now;
    }

    public override void StepEnded(TrainingProgress progress) => Step(isFirst: progress.Step == 1);
}
