namespace Denpa;

/// <summary>
/// The kinds of layers that a network's file may hold, by the names of their classes, and how each is made again: Denpa's own, and those
/// that a program adds.
/// </summary>
public sealed class LayerKinds
{
    private readonly Dictionary<string, Func<StoredLayer, Layer>> makers = new(StringComparer.Ordinal)
    {
        [nameof(Linear)] = MakeLinear,
        [nameof(Dropout)] = layer => new Dropout(layer["probability"], layer.Generator),
        [nameof(Flatten)] = layer => new Flatten(layer.WholeNumber("firstAxis")),
        [nameof(FeatureScale)] = StoredColumnLayers.FeatureScale,
        [nameof(PeriodicEmbedding)] = StoredColumnLayers.PeriodicEmbedding,
        [nameof(CategoryEmbedding)] = StoredColumnLayers.CategoryEmbedding,
        [nameof(Ensemble)] = MakeEnsemble,
        [nameof(ParametricActivation)] = MakeParametric,
        [nameof(Elu)] = layer => new Elu(layer["alpha"]),
        [nameof(Gelu)] = layer => new Gelu(layer["approximate"] != 0),
        [nameof(Heaviside)] = _ => new Heaviside(),
        [nameof(Identity)] = _ => new Identity(),
        [nameof(LeakyRelu)] = layer => new LeakyRelu(layer["slope"]),
        [nameof(LogSoftmax)] = layer => new LogSoftmax(layer.WholeNumber("axis")),
        [nameof(Mish)] = _ => new Mish(),
        [nameof(Relu)] = _ => new Relu(),
        [nameof(Selu)] = _ => new Selu(),
        [nameof(Sigmoid)] = _ => new Sigmoid(),
        [nameof(Silu)] = _ => new Silu(),
        [nameof(Softmax)] = layer => new Softmax(layer.WholeNumber("axis")),
        [nameof(Softplus)] = _ => new Softplus(),
        [nameof(Tanh)] = _ => new Tanh(),
    };

    /// <summary>Adds a kind of a program's own, whose class overrides <see cref="Layer.Attributes"/>.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="make">Makes a layer; its parameters' values are filled in afterwards.</param>
    /// <returns>These kinds.</returns>
    /// <exception cref="ArgumentException">There is a kind of that name.</exception>
    public LayerKinds Add(string name, Func<StoredLayer, Layer> make)
    {
        if (name == nameof(Sequential) || !makers.TryAdd(name, make))
            throw new ArgumentException($"there is a kind of layer \"{name}\" already", nameof(name));
        return this;
    }

    /// <exception cref="ArgumentException">The kind is unknown, or what the file says is impossible.</exception>
    internal Layer Make(StoredLayer stored)
    {
        if (!makers.TryGetValue(stored.Kind, out Func<StoredLayer, Layer>? make))
        {
            throw new ArgumentException(
                $"the kind of layer {InvalidFileException.Quote(stored.Kind)} is unknown — " +
                $"if it is your own, say how it is made: {nameof(LayerKinds)}.{nameof(Add)}");
        }

        Layer layer = make(stored);
        if (layer.Attributes is { } known) stored.RequireAttributes(known);
        if (layer.InnerLayers.Count != stored.Layers.Count) throw new ArgumentException($"{stored.Kind} has no layers within it");
        return layer;
    }

    private static Ensemble MakeEnsemble(StoredLayer layer)
    {
        EnsembleMean mean = (EnsembleMean)layer.WholeNumber("mean");
        return Enum.IsDefined(mean) ? new Ensemble(layer.Layers, mean) : throw new ArgumentException("its mean is none that is known");
    }

    private static ParametricActivation MakeParametric(StoredLayer layer)
    {
        Tensor alpha = layer.Vector("alpha");
        return layer.Layers is [Activation activation]
            ? new ParametricActivation(activation, alpha.Length, alpha.DType)
            : throw new ArgumentException("one activation belongs within it");
    }

    private static Linear MakeLinear(StoredLayer layer)
    {
        Tensor weight = layer.Tensor("weight") ?? throw new ArgumentException("its weight is missing");
        Tensor? bias = layer.Tensor("bias");
        if (weight.Rank != 2) throw new ArgumentException($"its weight is {weight.Spec}, where a matrix belongs");
        bool fits = bias is null || (bias.Rank == 1 && bias.DType == weight.DType && bias.Shape[0] == weight.Shape[0]);
        return fits ? Linear.Of(weight, bias) : throw new ArgumentException($"its bias is {bias!.Spec}, its weight {weight.Spec}");
    }
}
