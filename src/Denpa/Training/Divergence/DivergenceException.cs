namespace Denpa;

/// <summary>Training ran away: the loss or a gradient is not finite, or the loss grew a million-fold.</summary>
public sealed class DivergenceException : DenpaException
{
    internal DivergenceException(Divergence divergence, Origin origin)
        : base(divergence.Describe(origin))
    {
        (Epoch, Step, Loss, Op, IsDerivative) = (divergence.Epoch, divergence.Step, divergence.Loss, origin.Op, origin.IsDerivative);
        if (!string.IsNullOrEmpty(origin.Layer)) NoteLayer(origin.Layer);
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step in the epoch, from 1. Its update was not made.</summary>
    public int Step { get; }

    /// <summary>The step's loss.</summary>
    public double Loss { get; }

    /// <summary>
    /// The first op with finite inputs and an output that is not; while all are finite, the op in a layer with the largest output.
    /// Null when the batch itself or a parameter was not finite.
    /// </summary>
    public string? Op { get; }

    /// <summary>Whether the op ran in back propagation.</summary>
    public bool IsDerivative { get; }
}
