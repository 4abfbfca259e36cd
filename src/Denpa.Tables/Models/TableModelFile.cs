using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;

namespace Denpa.Tables;

/// <summary>The form of a model as a file: safetensors with the weights, and everything else as text in its metadata.</summary>
internal static class TableModelFile
{
    private const string FormatKey = "denpa.format";
    private const string VersionKey = "denpa.version";
    private const string ArchitectureKey = "denpa.architecture";
    private const string SchemaKey = "denpa.schema";
    private const string SettingsKey = "denpa.settings";
    private const string SplitKey = "denpa.split";
    private const string FormatPrefix = "table-model ";
    private const int FormatNumber = 2;
    private const string Weights = "weights";

    public static string CurrentVersion { get; } = typeof(TableModelFile).Assembly.GetName().Version!.ToString(3);

    public static void Write(Stream stream, TableModel model)
    {
        OrderedDictionary<string, string> metadata = new()
        {
            [FormatKey] = $"{FormatPrefix}{FormatNumber}",
            [VersionKey] = model.Version,
            [ArchitectureKey] = TableNetwork.Describe(model.Network),
            [SchemaKey] = model.Schema.ToJson(),
            [SettingsKey] = ModelJson.Write(model.Settings),
            [SplitKey] = ModelJson.Write(model.Split),
        };
        KeyValuePair<string, Tensor>[] weights =
            [.. model.Network.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))];
        SafeTensors.Write(stream, weights, ContentSeal.Add(weights, metadata));
    }

    public static TableModel Read(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, path);
    }

    public static TableModel Read(Stream stream, string path)
    {
        SafeTensorsContent content = SafeTensors.Read(stream, path);
        RequireFormat(path, Text(path, content, FormatKey));
        ContentSeal.Require(content, path);
        string version = Text(path, content, VersionKey);
        RequireVersion(path, version);
        TableSchema schema = Parse(path, SchemaKey, () => TableSchema.FromJson(Text(path, content, SchemaKey)));
        TrainingSettings settings = Parse(path, SettingsKey, () => ModelJson.Read<TrainingSettings>(Text(path, content, SettingsKey)));
        RowSplit split = Parse(path, SplitKey, () => RowSplit.FromJson(Text(path, content, SplitKey)));
        Sequential network = Parse(path, SettingsKey, () => Build(path, schema, settings, content.Tensors));
        Parse(path, Weights, () => Load(network, content.Tensors));
        RequireFinite(path, network);
        return new TableModel(schema, settings, split, network) { Version = version, Name = path };
    }

    /// <summary>The network without its weights, unless it is another than the file has weights for: then nothing is allocated.</summary>
    private static Sequential Build(string path, TableSchema schema, TrainingSettings settings, IReadOnlyDictionary<string, Tensor> weights)
    {
        settings.RequireNetwork();
        long held = weights.Values.Sum(tensor => (long)tensor.Length);
        long needed = 0;
        int tensors = 0;
        foreach (long size in TableNetwork.Sizes(schema, settings))
        {
            needed += size;
            tensors++;
            if (needed > held) break;
        }

        if (needed == held && tensors == weights.Count) return TableNetwork.Of(schema, settings, new Generator(0));
        string sizes = $"{schema.InputCount} inputs, {schema.OutputCount} outputs, and {settings.Hidden.Count} layers between them";
        throw new InvalidFileException(
            path, Weights, $"{held} numbers in {weights.Count} tensors are not those of the network in {SettingsKey}, which has {sizes}");
    }

    private static Sequential Load(Sequential network, IReadOnlyDictionary<string, Tensor> weights)
    {
        network.LoadState(weights);
        return network;
    }

    private static void RequireFormat(string path, string format)
    {
        bool isModel = format.StartsWith(FormatPrefix, StringComparison.Ordinal);
        ReadOnlySpan<char> digits = format.AsSpan(isModel ? FormatPrefix.Length : 0);
        bool isNumbered = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        if (isModel && isNumbered && number == FormatNumber) return;
        string cure = (isModel && isNumbered, number > FormatNumber) switch
        {
            (false, _) => "this is not a denpa model",
            (_, true) => "a newer denpa wrote it — use that one",
            _ => "an older denpa wrote it — train it again",
        };
        throw new InvalidFileException(
            path, FormatKey, $"the format is {Quoted.Text(format)}, but this denpa reads \"{FormatPrefix}{FormatNumber}\"; {cure}");
    }

    /// <summary>The version is shown to people, so it must be one.</summary>
    private static void RequireVersion(string path, string version)
    {
        const int longest = 64;
        bool isVersion = version.Length is > 0 and <= longest && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');
        if (!isVersion) throw new InvalidFileException(path, VersionKey, $"{Quoted.Text(version)} is not a version");
    }

    /// <summary>Training never ends in such weights; a model that has them would answer everything with no number.</summary>
    private static void RequireFinite(string path, Sequential network)
    {
        foreach (Parameter parameter in network.Parameters)
        {
            Tensor value = parameter.Value;
            bool isFinite = value.DType == DType.Float32
                ? TensorPrimitives.IsFiniteAll(value.AsSpan<float>())
                : TensorPrimitives.IsFiniteAll(value.AsSpan<double>());
            if (!isFinite) throw new InvalidFileException(path, $"tensor \"{parameter.Name}\"", "it has a number that is not finite");
        }
    }

    private static string Text(string path, SafeTensorsContent content, string key) => content.Metadata.TryGetValue(key, out string? text)
        ? text
        : throw new InvalidFileException(path, "metadata", $"has no {key}; this is not a model that denpa saved");

    /// <summary>Reads a part; what that throws becomes an error that names the file and the part.</summary>
    private static T Parse<T>(string path, string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or ArgumentException or NotSupportedException)
        {
            throw new InvalidFileException(path, place, problem.Message, problem);
        }
    }
}
