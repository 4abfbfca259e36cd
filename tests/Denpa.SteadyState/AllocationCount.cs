namespace Denpa.SteadyState;

/// <summary>
/// Counts what the process allocates from step to step. The first steps, in which plans are recorded and methods compiled, do not count,
/// and neither does the time between two epochs.
/// </summary>
/// <param name="warmUp">The steps that do not count.</param>
internal sealed class AllocationCount(int warmUp = 400) : TrainerCallback
{
    private const int Counted = 1000;

    private long before;
    private int steps;

    /// <summary>The bytes of the counted steps.</summary>
    public long Bytes { get; private set; }

    public bool IsDone => steps >= warmUp + Counted;

    public void Step(bool isFirst = false)
    {
        long now = GC.GetTotalAllocatedBytes(precise: true);
        if (!isFirst && !IsDone && steps++ >= warmUp) Bytes += now - before;
        before = now;
    }

    public override void StepEnded(TrainingProgress progress) => Step(isFirst: progress.Step == 1);
}
