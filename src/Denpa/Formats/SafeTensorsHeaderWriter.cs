using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Denpa;

/// <summary>Writes the header of a safetensors file.</summary>
internal static class SafeTensorsHeaderWriter
{
    /// <summary>The data begins at a multiple of this many bytes.</summary>
    private const int Alignment = 8;

    // Readers take any JSON; without escapes beyond the needed ones a person can read it too.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlySpan<byte> Write(
        IReadOnlyList<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            WriteEntries(json, tensors);
            json.WriteEndObject();
        }

        int padding = -buffer.WrittenCount & (Alignment - 1);
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        if (buffer.WrittenCount > SafeTensorsHeader.MaximumBytes)
        {
            throw new ArgumentException(
                $"safetensors: the header has {buffer.WrittenCount:N0} bytes, but readers take at most " +
                $"{SafeTensorsHeader.MaximumBytes:N0}; put less into the metadata");
        }

        return buffer.WrittenSpan;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        HashSet<string> names = [];
        foreach ((string name, string text) in metadata)
        {
            if (!names.Add(name)) throw new ArgumentException($"safetensors: the metadata has \"{name}\" twice");
            if (names.Count == 1) json.WriteStartObject(SafeTensorsHeader.MetadataKey);
            json.WriteString(name, text);
        }

        if (names.Count > 0) json.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, Tensor>> tensors)
    {
        HashSet<string> names = [SafeTensorsHeader.MetadataKey];
        long offset = 0;
        foreach ((string name, Tensor tensor) in tensors)
        {
            if (!names.Add(name)) throw new ArgumentException($"safetensors: the name \"{name}\" is used twice or reserved");
            json.WriteStartObject(name);
            json.WriteString("dtype", SafeTensorsHeader.Codes.First(code => code.DType == tensor.DType).Code);
            json.WriteStartArray("shape");
            foreach (int size in tensor.Shape.Sizes) json.WriteNumberValue(size);
            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(offset);
            json.WriteNumberValue(offset += TensorBytes.Count(tensor.Spec));
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
