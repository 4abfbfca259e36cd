using System.Buffers.Binary;

namespace Denpa;

/// <summary>What a safetensors file holds.</summary>
/// <param name="Tensors">The tensors by name, in the order of their data.</param>
/// <param name="Metadata">Texts by name.</param>
public sealed record SafeTensorsContent(IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata);

/// <summary>
/// The safetensors format: the header's length (8 bytes, little-endian), a header in JSON, and the tensors' elements without
/// gaps. Element types F32, F64, I64, BOOL and U8. Format: https://github.com/huggingface/safetensors.
/// </summary>
/// <remarks>
/// Reading is strict: a file that departs from the format in any way is refused, and nothing is allocated from a number in
/// it before that number has been held against the file's length.
/// </remarks>
public static class SafeTensors
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidFileException">The file is not a valid safetensors file; it says where and why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SafeTensorsContent Read(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, path);
    }

    /// <summary>Reads a stream from its position to its end. One that cannot seek, as of a pipe, is taken into memory first.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidFileException">The content is not valid; it says where and why.</exception>
    public static SafeTensorsContent Read(Stream stream, string name)
    {
        stream = SeekableStream.Of(stream, name);
        SafeTensorsHeader header = SafeTensorsHeaderReader.Read(stream, name);
        OrderedDictionary<string, Tensor> tensors = [];
        foreach (SafeTensorsEntry entry in header.Entries)
        {
            tensors.Add(entry.Name, TensorBytes.Read(stream, entry.Spec, name, entry.Place));
        }

        return new SafeTensorsContent(tensors, header.Metadata);
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors by name, written in this order.</param>
    /// <param name="metadata">Texts by name.</param>
    /// <exception cref="ArgumentException">A name is used twice or reserved, or the header is longer than readers take.</exception>
    public static void Write(
        string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null) =>
        AtomicFile.Write(path, stream => Write(stream, tensors, metadata));

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tensors">The tensors by name, written in this order.</param>
    /// <param name="metadata">Texts by name.</param>
    /// <exception cref="ArgumentException">A name is used twice or reserved, or the header is longer than readers take.</exception>
    public static void Write(
        Stream stream, IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        KeyValuePair<string, Tensor>[] ordered = [.. tensors];
        ReadOnlySpan<byte> header = SafeTensorsHeaderWriter.Write(ordered, metadata ?? []);
        Span<byte> length = stackalloc byte[SafeTensorsHeader.LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach ((_, Tensor tensor) in ordered) TensorBytes.Write(stream, tensor);
    }
}
