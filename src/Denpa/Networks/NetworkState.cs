using System.Text.Json.Serialization;

namespace Denpa;

/// <summary>What a network is made of, as a file says it.</summary>
/// <param name="Version">The layout of this description.</param>
/// <param name="Layers">The layers in order.</param>
internal sealed record NetworkState(int Version, LayerState[] Layers)
{
    public const int CurrentVersion = 1;
}

/// <param name="Kind">The name of the layer's class.</param>
/// <param name="Attributes">Its numbers by name, if it has some.</param>
/// <param name="Layers">The layers of a network inside of the network, or those that a layer is made around.</param>
internal sealed record LayerState(string Kind, Dictionary<string, double>? Attributes = null, LayerState[]? Layers = null);

/// <summary>How the description is written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NetworkState))]
internal sealed partial class NetworkJson : JsonSerializerContext;
