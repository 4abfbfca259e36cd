namespace Denpa;

/// <summary>A module from one tensor to one: what networks are stacked of.</summary>
public abstract partial class Layer : Module
{
    /// <summary>Runs the layer. Errors on the way name the layer in which they happened.</summary>
    /// <exception cref="DenpaException">The input does not fit.</exception>
    public Tensor Forward(Tensor input) => Within(() => Compute(input));

    /// <summary>What the layer computes.</summary>
    protected abstract Tensor Compute(Tensor input);
}
