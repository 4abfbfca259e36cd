using System.Globalization;

namespace Denpa;

/// <summary>Layers one after another, named 0, 1, 2, … as in PyTorch.</summary>
public sealed class Sequential : Layer
{
    private readonly List<Layer> layers = [];

    /// <summary>A module of these in order.</summary>
    /// <exception cref="ArgumentException">One of them is part of another module already.</exception>
    public Sequential(params IEnumerable<Layer> layers)
    {
        int position = 0;
        foreach (Layer layer in layers) this.layers.Add(Register(position++.ToString(CultureInfo.InvariantCulture), layer));
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        foreach (Layer layer in layers) input = layer.Forward(input);
        return input;
    }
}
