using System.Collections.Frozen;

namespace Denpa;

/// <summary>A module from one tensor to one: what networks are stacked of.</summary>
public abstract partial class Layer : Module
{
    /// <summary>The attributes of a layer that needs none.</summary>
    private protected static readonly IReadOnlyDictionary<string, double> NoAttributes = FrozenDictionary<string, double>.Empty;

    /// <summary>Runs the layer. Errors on the way name the layer in which they happened.</summary>
    /// <exception cref="DenpaException">The input does not fit.</exception>
    public Tensor Forward(Tensor input) => Within(() => Compute(input));

    /// <summary>
    /// The numbers by which a file describes the layer beside its kind, such as a size or a probability (a truth is 1 or 0), so that it can
    /// be made again; null where it cannot be stored. Parameters and other variables are stored by themselves.
    /// </summary>
    public virtual IReadOnlyDictionary<string, double>? Attributes => null;

    /// <summary>The layers that this one is made around, such as an activation, which a file describes with it.</summary>
    internal virtual IReadOnlyList<Layer> InnerLayers => [];

    /// <summary>The shape of what the layer makes of an input of some shape, as far as it is known without running it.</summary>
    internal virtual Shape? OutputShape(Shape? input) => null;

    /// <summary>What the layer computes.</summary>
    protected abstract Tensor Compute(Tensor input);
}
