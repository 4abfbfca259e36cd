namespace Denpa;

/// <summary>A plan replayed what had changed: its step does not compute from tensors alone. The message says what changed.</summary>
public sealed class PlanException : DenpaException
{
    internal PlanException(string message)
        : base(message)
    {
    }
}
