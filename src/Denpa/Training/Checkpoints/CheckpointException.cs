namespace Denpa;

/// <summary>
/// A checkpoint that does not belong to this run, a folder of checkpoints that another run is using, or a checkpoint that could not
/// be written.
/// </summary>
public sealed class CheckpointException : DenpaException
{
    internal CheckpointException(string message, Exception? inner = null, IReadOnlyList<CheckpointDifference>? differences = null)
        : base(message, inner) => Differences = differences ?? [];

    /// <summary>In what the checkpoint's run and this one differ; empty where something else is wrong.</summary>
    public IReadOnlyList<CheckpointDifference> Differences { get; }
}

/// <summary>Something that a checkpoint's run and the one that would resume it do not have in common.</summary>
/// <param name="Name">What: such as <c>batch size</c>, <c>training data</c>, or <c>setting hidden</c>.</param>
/// <param name="Saved">What it was when the checkpoint was written.</param>
/// <param name="Now">What it is in the run that would resume.</param>
public sealed record CheckpointDifference(string Name, string Saved, string Now)
{
    /// <summary>Such as <c>batch size was 16, is 8</c>.</summary>
    public override string ToString() => $"{Name} was {Saved}, is {Now}";
}
