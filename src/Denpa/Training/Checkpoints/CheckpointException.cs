namespace Denpa;

/// <summary>A checkpoint that does not belong to this run, or a folder of checkpoints that another run is using.</summary>
public sealed class CheckpointException : DenpaException
{
    internal CheckpointException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
