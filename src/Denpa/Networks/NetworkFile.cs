using System.Globalization;
using System.Text.Json;

namespace Denpa;

/// <summary>A whole network in a safetensors file: the weights as tensors, and what it is made of as JSON in the metadata.</summary>
internal static class NetworkFile
{
    private const string NetworkKey = "denpa.network";

    /// <exception cref="NotSupportedException">A layer cannot be described.</exception>
    public static void Write(Stream stream, Sequential network)
    {
        NetworkState state = new(NetworkState.CurrentVersion, Describe(network));
        IReadOnlyDictionary<string, Tensor> tensors = network.SaveState();
        string json = JsonSerializer.Serialize(state, NetworkJson.Default.NetworkState);
        SafeTensors.Write(stream, tensors, ContentSeal.Add(tensors, [KeyValuePair.Create(NetworkKey, json)]));
    }

    /// <exception cref="InvalidFileException">The content is no network, damaged, or has layers that are not known.</exception>
    public static Sequential Read(Stream stream, string name, LayerKinds kinds, Generator generator)
    {
        SafeTensorsContent content = SafeTensors.Read(stream, name);
        if (!content.Metadata.TryGetValue(NetworkKey, out string? json))
        {
            const string cure = "a table's model is read by TableModel.Load, weights alone by SafeTensors.Read and LoadState";
            throw new InvalidFileException(name, "metadata", $"has no {NetworkKey}, so this is no network that was saved whole — {cure}");
        }

        NetworkState state = Parse(json, name);
        if (state.Version != NetworkState.CurrentVersion)
        {
            string versions = $"it is of version {state.Version}, this program reads version {NetworkState.CurrentVersion}";
            throw new InvalidFileException(name, NetworkKey, versions);
        }

        ContentSeal.Require(content, name);
        Sequential network = Build(state.Layers, path: "", new Source(content.Tensors, name, kinds, generator));
        try
        {
            network.LoadState(content.Tensors);
        }
        catch (ArgumentException problem)
        {
            throw new InvalidFileException(name, "tensors", problem.Message, problem);
        }

        network.Evaluate();
        return network;
    }

    private static LayerState[] Describe(Sequential network) => [.. network.Layers.Select(Describe)];

    private static LayerState Describe(Layer layer)
    {
        string kind = layer.GetType().Name;
        if (layer is Sequential inner) return new LayerState(kind, Layers: Describe(inner));
        LayerState[]? within = layer.InnerLayers.Count == 0 ? null : [.. layer.InnerLayers.Select(Describe)];
        IReadOnlyDictionary<string, double> attributes = layer.Attributes ?? throw new NotSupportedException(
            $"save: layer \"{layer.Path}\", {kind}, does not say what it is made of; override {nameof(Layer.Attributes)}");
        return new LayerState(kind, attributes.Count == 0 ? null : new Dictionary<string, double>(attributes), within);
    }

    private static NetworkState Parse(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(json, NetworkJson.Default.NetworkState)
                ?? throw new InvalidFileException(name, NetworkKey, "it is null");
        }
        catch (JsonException problem)
        {
            throw new InvalidFileException(name, NetworkKey, $"it is damaged: {problem.Message}", problem);
        }
    }

    private static Sequential Build(LayerState[] layers, string path, Source source) =>
        new([.. layers.Select((layer, i) => Make(layer, path + i.ToString(CultureInfo.InvariantCulture), source))]);

    private static Layer Make(LayerState? layer, string path, Source source)
    {
        try
        {
            if (layer is null) throw new ArgumentException("it is null");
            if (layer.Kind == nameof(Sequential))
                return Build(layer.Layers ?? throw new ArgumentException("a Sequential has layers"), $"{path}.", source);
            if (layer.Layers is { Length: 0 }) throw new ArgumentException("a Sequential alone may have no layers within it");
            Dictionary<string, double> attributes = layer.Attributes ?? [];
            Layer[] within = [.. (layer.Layers ?? []).Select((inner, i) => Make(inner, $"{path}.{i}", source))];
            return source.Kinds.Make(new StoredLayer(layer.Kind, attributes, source.Tensors, path, source.Generator) { Layers = within });
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException or DTypeException)
        {
            throw new InvalidFileException(source.Name, $"layer \"{path}\"", problem.Message, problem);
        }
    }

    private sealed record Source(IReadOnlyDictionary<string, Tensor> Tensors, string Name, LayerKinds Kinds, Generator Generator);
}
