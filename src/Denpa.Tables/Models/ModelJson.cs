using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Denpa.Tables;

/// <summary>The stored form of settings and splits.</summary>
internal static class ModelJson
{
    /// <summary>Members that are null where they are not in the JSON, as in that of denpa 0.1.0.</summary>
    private static readonly string[] Optional = [
        "metric", "splitBy", "group", "numericEmbedding", "categoryEmbedding", "robustScaling", "scalingLayer", "parametricActivation",
        "layerRates", "labelSmoothing", "beta2", "members",
    ];

    // A record's member that is not in the JSON would be read as null or 0, whatever its initial value: so each other must be there.
    private static readonly JsonSerializerOptions Strict = new(ModelJsonContext.Default.Options)
    {
        TypeInfoResolver = ModelJsonContext.Default.WithAddedModifier(RequireEveryMember),
    };

    public static string Write(TrainingSettings settings) => JsonSerializer.Serialize(settings, ModelJsonContext.Default.TrainingSettings);

    public static string Write(RowSplit split) => JsonSerializer.Serialize(split, ModelJsonContext.Default.RowSplit);

    /// <summary>Reads settings or a split.</summary>
    /// <exception cref="JsonException">The text is not of this form.</exception>
    /// <exception cref="ArgumentException">A number in it is impossible.</exception>
    public static T Read<T>(string json)
        where T : class =>
        JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Strict.GetTypeInfo(typeof(T))) ?? throw new JsonException("it is null");

    private static void RequireEveryMember(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo member in type.Properties) member.IsRequired = !Optional.Contains(member.Name);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TrainingSettings))]
[JsonSerializable(typeof(RowSplit))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
