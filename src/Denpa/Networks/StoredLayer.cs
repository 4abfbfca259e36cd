namespace Denpa;

/// <summary>What a file says of a layer, from which it is made again.</summary>
public sealed class StoredLayer
{
    private readonly IReadOnlyDictionary<string, double> attributes;
    private readonly IReadOnlyDictionary<string, Tensor> tensors;
    private readonly string prefix;

    internal StoredLayer(
        string kind,
        IReadOnlyDictionary<string, double> attributes,
        IReadOnlyDictionary<string, Tensor> tensors,
        string path,
        Generator generator)
    {
        (Kind, this.attributes, this.tensors, prefix, Generator) = (kind, attributes, tensors, $"{path}.", generator);
        Path = path;
    }

    /// <summary>The kind's name.</summary>
    public string Kind { get; }

    /// <summary>Where the layer lies in the network, such as <c>0.2</c>.</summary>
    public string Path { get; }

    /// <summary>Where a layer may draw from, one for all of the network.</summary>
    public Generator Generator { get; }

    /// <summary>The layers that the layer is made around, made already, such as an activation.</summary>
    public IReadOnlyList<Layer> Layers { get; internal init; } = [];

    /// <summary>An attribute, as <see cref="Layer.Attributes"/> gave it: a finite number, and otherwise not to be trusted.</summary>
    /// <exception cref="ArgumentException">The file has none of that name.</exception>
    public double this[string attribute] => attributes.TryGetValue(attribute, out double value)
        ? value
        : throw new ArgumentException($"it has no attribute \"{attribute}\"", nameof(attribute));

    /// <summary>The stored values of one of the layer's parameters or variables, or null: by their shape sizes can be told.</summary>
    /// <param name="name">The name in the layer, such as <c>weight</c>.</param>
    public Tensor? Tensor(string name) => tensors.GetValueOrDefault(prefix + name);

    /// <summary>The stored values of a parameter with one axis.</summary>
    /// <exception cref="ArgumentException">There are none, or they have other axes.</exception>
    internal Tensor Vector(string name)
    {
        Tensor vector = Tensor(name) ?? throw new ArgumentException($"its {name} is missing");
        return vector.Rank == 1 ? vector : throw new ArgumentException($"its {name} is {vector.Spec}, where one axis belongs");
    }

    /// <summary>An attribute that is a whole number.</summary>
    /// <exception cref="ArgumentException">There is none, or it is not whole.</exception>
    public int WholeNumber(string attribute)
    {
        double value = this[attribute];
        return value == (int)value ? (int)value : throw new ArgumentException($"\"{attribute}\" is no whole number", nameof(attribute));
    }

    /// <summary>Refuses attributes that the kind does not have.</summary>
    internal void RequireAttributes(IReadOnlyDictionary<string, double> known)
    {
        foreach (string name in attributes.Keys)
        {
            if (!known.ContainsKey(name)) throw new ArgumentException($"{Kind} has no attribute {InvalidFileException.Quote(name)}");
        }
    }
}
