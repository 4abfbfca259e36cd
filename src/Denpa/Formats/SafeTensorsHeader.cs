namespace Denpa;

/// <summary>The header of a safetensors file: its tensors in the order of their data, and its metadata.</summary>
internal sealed record SafeTensorsHeader(IReadOnlyList<SafeTensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    public const string MetadataKey = "__metadata__";

    /// <summary>The bytes of the number that says how long the header is.</summary>
    public const int LengthBytes = 8;

    /// <summary>The longest header that readers of the format take.</summary>
    public const int MaximumBytes = 100_000_000;

    /// <summary>The format's name of each element type that Denpa has.</summary>
    public static IReadOnlyList<(string Code, DType DType)> Codes { get; } =
        [("F32", DType.Float32), ("F64", DType.Float64), ("I64", DType.Int64), ("BOOL", DType.Bool), ("U8", DType.UInt8)];
}

/// <summary>One tensor of the header: bytes [<paramref name="Begin"/>, <paramref name="End"/>) of the data.</summary>
internal sealed record SafeTensorsEntry(string Name, TensorSpec Spec, long Begin, long End)
{
    /// <summary>What messages call it.</summary>
    public string Place => PlaceOf(Name);

    public static string PlaceOf(string name) => $"tensor {InvalidFileException.Quote(name)}";
}
