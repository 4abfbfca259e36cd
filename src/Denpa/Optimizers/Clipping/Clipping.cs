namespace Denpa;

public sealed partial class Gradients
{
    /// <summary>Keeps a norm of zero from being divided by, as in PyTorch.</summary>
    private const double SmallestNorm = 1e-6;

    /// <summary>
    /// The Euclidean norm of all these gradients taken as one vector, as a float64 scalar: squares of float32 would run over from
    /// 1.8e19 up.
    /// </summary>
    public Tensor Norm() => Norms() is { } norms ? NormOp.Instance.Apply(norms) : Tensor.Scalar(0);

    /// <summary>
    /// These gradients scaled down by one factor, min(1, maximum / (norm + 1e-6)), where all of them taken as one vector are
    /// longer than the maximum (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", 2013).
    /// </summary>
    /// <param name="maximum">The greatest norm, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is not positive.</exception>
    /// <exception cref="NonFiniteException">The norm is NaN or infinite; the message names the parameter whose gradient is.</exception>
    public Gradients ClipByNorm(double maximum)
    {
        NumberRange.RequirePositive(maximum, nameof(maximum));
        if (Norms() is not { } norms) return this;
        Tensor norm = new FiniteNormOp([.. Leaves()]).Apply(NormOp.Instance.Apply(norms), norms);
        Tensor factor = (maximum / (norm + SmallestNorm)).Minimum(1);
        return Select(gradient => ScaleOp.Instance.Apply(gradient, factor));
    }

    /// <summary>These gradients with every element brought into [−maximum, maximum].</summary>
    /// <param name="maximum">The greatest magnitude, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is not positive.</exception>
    public Gradients ClipByValue(double maximum)
    {
        NumberRange.RequirePositive(maximum, nameof(maximum));
        return Select(gradient => gradient.Clamp(-maximum, maximum));
    }

    /// <summary>Each gradient's own norm, in their order; null when there is none.</summary>
    private Tensor? Norms()
    {
        Tensor[] norms = [.. InOrder().Select(gradient => NormOp.Instance.Apply(gradient).Reshape(1))];
        return norms.Length == 0 ? null : Tensor.Concatenate(norms);
    }
}
