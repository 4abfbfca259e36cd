namespace Denpa.Cli.Output;

/// <summary>Progress told to each of several, of which some may not be there.</summary>
internal sealed class ProgressFork(params IReadOnlyList<IProgress<TrainingProgress>?> listeners) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        foreach (IProgress<TrainingProgress>? listener in listeners) listener?.Report(value);
    }
}
