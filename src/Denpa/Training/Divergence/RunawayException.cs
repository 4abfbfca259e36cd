namespace Denpa;

/// <summary>A loss or a gradient that must not reach the parameters: thrown by a guard, caught by the training run.</summary>
internal sealed class RunawayException(bool exploded) : DenpaException("a loss or a gradient ran away")
{
    /// <summary>Whether a finite loss has grown too much, rather than something being no number.</summary>
    public bool Exploded => exploded;

    /// <summary>The loss of the step.</summary>
    public double Loss { get; set; }
}
