using System.Text.Json;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>The form of a model as a file: safetensors with the weights, and everything else as JSON in its metadata.</summary>
internal static class TableModelFile
{
    private const string FormatKey = "denpa.format";
    private const string VersionKey = "denpa.version";
    private const string ArchitectureKey = "denpa.architecture";
    private const string SchemaKey = "denpa.schema";
    private const string SettingsKey = "denpa.settings";
    private const string SplitKey = "denpa.split";
    private const string Format = "table-model 1";

    // More than any table needs, and little enough to allocate for a hostile file.
    private const long MostParameters = 1 << 28;

    public static string CurrentVersion { get; } = typeof(TableModelFile).Assembly.GetName().Version!.ToString(3);

    public static void Write(string path, TableModel model) => SafeTensors.Write(path, model.Network.SaveState(), new Dictionary<string, string>
    {
        [FormatKey] = Format,
        [VersionKey] = model.Version,
        [ArchitectureKey] = string.Join(" → ", model.Network.Children.Select(child => child.Module.ToString())),
        [SchemaKey] = model.Schema.ToJson(),
        [SettingsKey] = JsonSerializer.Serialize(model.Settings, ModelJsonContext.Default.TrainingSettings),
        [SplitKey] = JsonSerializer.Serialize(model.Split, ModelJsonContext.Default.RowSplit),
    });

    public static TableModel Read(string path)
    {
        SafeTensorsContent content = SafeTensors.Read(path);
        string format = Text(path, content, FormatKey);
        if (format != Format)
        {
            throw new InvalidFileException(path, FormatKey, $"the model is of the form {Quoted.Text(format)}, and this denpa reads \"{Format}\": use a newer denpa");
        }

        TableSchema schema = Parse(path, content, SchemaKey, TableSchema.FromJson);
        TrainingSettings settings = Parse(path, content, SettingsKey, text => Deserialize(text, ModelJsonContext.Default.TrainingSettings));
        RowSplit split = Parse(path, content, SplitKey, text => Deserialize(text, ModelJsonContext.Default.RowSplit));
        RequireModest(path, schema, settings);
        Sequential network = Parse(path, content, SettingsKey, _ => TableModel.BuildNetwork(schema, settings, new Generator(0)));
        Parse(path, content, ArchitectureKey, _ =>
        {
            network.LoadState(content.Tensors);
            return network;
        });
        return new TableModel(schema, settings, split, network) { Version = Text(path, content, VersionKey) };
    }

    /// <summary>Refuses a network that could not have the file's weights before anything is allocated for it.</summary>
    private static void RequireModest(string path, TableSchema schema, TrainingSettings settings)
    {
        long parameters = 0;
        long width = schema.InputCount;
        foreach (int units in settings.Hidden.Append(schema.OutputCount))
        {
            if (units < 1) throw new InvalidFileException(path, SettingsKey, $"a layer cannot have {units} units");
            parameters += (width + 1) * units;
            width = units;
            if (parameters > MostParameters) throw new InvalidFileException(path, SettingsKey, $"the network has more than {MostParameters:N0} parameters");
        }
    }

    private static string Text(string path, SafeTensorsContent content, string key) => content.Metadata.TryGetValue(key, out string? text)
        ? text
        : throw new InvalidFileException(path, "metadata", $"has no {key}, so this is no model that denpa wrote");

    /// <summary>Reads a part; what it throws on a bad text becomes an error that names the file and the part.</summary>
    private static T Parse<T>(string path, SafeTensorsContent content, string key, Func<string, T> read)
    {
        try
        {
            return read(Text(path, content, key));
        }
        catch (Exception problem) when (problem is InvalidDataException or JsonException or ArgumentException or NotSupportedException)
        {
            throw new InvalidFileException(path, key, problem.Message, problem);
        }
    }

    private static T Deserialize<T>(string text, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(text, type) ?? throw new InvalidDataException("is null");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TrainingSettings))]
[JsonSerializable(typeof(RowSplit))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
