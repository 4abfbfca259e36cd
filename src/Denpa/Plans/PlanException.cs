namespace Denpa;

/// <summary>A plan replayed what had changed: its step does not compute from tensors alone. The message says what changed.</summary>
public sealed class PlanException : DenpaException
{
    /// <summary>An error with this message.</summary>
    public PlanException(string message)
        : base(message)
    {
    }
}
