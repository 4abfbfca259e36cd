using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Denpa.Tables;

/// <summary>The stored form of a schema.</summary>
internal static class SchemaJson
{
    /// <summary>What a damaged schema claims beyond is not believed.</summary>
    private const int MostInputs = 1 << 28;

    public static string Write(TableSchema schema) => JsonSerializer.Serialize(schema, SchemaJsonContext.Default.TableSchema);

    public static TableSchema Read(string json)
    {
        int version = ReadVersion(json);
        if (version < 1) throw new InvalidDataException($"the data schema has the impossible version {version}");
        if (version > TableSchema.CurrentVersion)
            throw new InvalidDataException($"the data schema has the newer version {version} — use a newer denpa");
        TableSchema schema = Parse(json, SchemaJsonContext.Default.TableSchema);
        return FlawOf(schema) is { } flaw ? throw new InvalidDataException("the data schema cannot be used: " + flaw) : schema;
    }

    /// <summary>The version is read by itself, so that a newer form is told from a damaged one.</summary>
    private static int ReadVersion(string json) => Parse(json, SchemaJsonContext.Default.SchemaVersion).Version;

    private static T Parse<T>(string json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("the data schema is null");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw new InvalidDataException("the data schema cannot be read: " + problem.Message, problem);
        }
    }

    private static string? FlawOf(TableSchema schema)
    {
        if (schema.Features.Count == 0) return "it has no features";
        foreach (FeatureSchema feature in schema.Features)
        {
            if (feature is null) return "a feature is null";
            if (feature.Flaw is { } flaw) return $"feature {Quoted.Text(feature.Name)}: {flaw}";
        }

        if (schema.Features.Sum(feature => (long)feature.InputCount) > MostInputs) return $"it has more than {MostInputs} inputs";
        IEnumerable<string> names = schema.Features.Select(feature => feature.Name).Append(schema.Target.Name);
        if (!ValueKeys.AreDistinct([.. names])) return "two columns have one name";
        return schema.Target.Flaw is { } targetFlaw ? $"target {Quoted.Text(schema.Target.Name)}: {targetFlaw}" : null;
    }
}

/// <summary>The one property that every version of the stored form has.</summary>
internal sealed record SchemaVersion
{
    public required int Version { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(TableSchema))]
[JsonSerializable(typeof(SchemaVersion))]
internal sealed partial class SchemaJsonContext : JsonSerializerContext;
