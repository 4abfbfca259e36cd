using System.Globalization;

namespace Denpa;

/// <summary>Layers one after another, named 0, 1, 2, … as in PyTorch.</summary>
public sealed partial class Sequential : Layer
{
    private readonly List<Layer> layers = [];

    /// <summary>A module of these in order.</summary>
    /// <exception cref="ArgumentException">One of them is part of another module already.</exception>
    public Sequential(params IEnumerable<Layer> layers)
    {
        foreach (Layer layer in layers) Add(layer);
    }

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <summary>None: the layers tell all.</summary>
    public override IReadOnlyDictionary<string, double> Attributes => NoAttributes;

    /// <summary>
    /// Takes layers out of the network, with what they have learned, for another one: <c>new Sequential([.. old.Detach(..^1), head])</c>
    /// is a
    /// new head on an old body. Those that stay are numbered anew.
    /// </summary>
    /// <param name="range">Which layers.</param>
    /// <returns>The layers, in order, which belong to no network now.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public IReadOnlyList<Layer> Detach(Range range)
    {
        (int start, int count) = range.GetOffsetAndLength(layers.Count);
        Layer[] all = [.. layers];
        foreach (Layer layer in all) Release(layer);
        layers.Clear();
        foreach (Layer layer in (ReadOnlySpan<Layer>)[.. all[..start], .. all[(start + count)..]]) Add(layer);
        return all[start..(start + count)];
    }

    /// <summary>The table of the layers: what each is, its output with n for the number of rows, and how many numbers it learns.</summary>
    public override string ToString() => LayerTable.Of(this);

    internal override Shape? OutputShape(Shape? input)
    {
        foreach (Layer layer in layers) input = layer.OutputShape(input);
        return input;
    }

    /// <inheritdoc/>
    protected override Tensor Compute(Tensor input)
    {
        foreach (Layer layer in layers) input = layer.Forward(input);
        return input;
    }

    private void Add(Layer layer)
    {
        Register(layers.Count.ToString(CultureInfo.InvariantCulture), layer);
        layers.Add(layer);
    }
}
