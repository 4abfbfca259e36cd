using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Denpa;

/// <summary>
/// A SHA-256 over all that a safetensors file says, kept in its metadata: by it a file that was altered or damaged, be it in one
/// bit of one weight, is told from a whole one.
/// </summary>
public static class ContentSeal
{
    /// <summary>The seal's name in the metadata.</summary>
    public const string Key = "denpa.sha256";

    /// <summary>The metadata with the seal of the whole content added, or put in the place of an old one.</summary>
    /// <param name="tensors">The tensors by name.</param>
    /// <param name="metadata">Texts by name.</param>
    public static IReadOnlyDictionary<string, string> Add(
        IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        OrderedDictionary<string, string> content = new(metadata);
        content.Remove(Key);
        content.Add(Key, Of(tensors, content));
        return content;
    }

    /// <summary>Refuses content that is not what was sealed.</summary>
    /// <param name="content">What was read.</param>
    /// <param name="file">What messages call the file.</param>
    /// <exception cref="InvalidFileException">There is no seal, or it is that of another content.</exception>
    public static void Require(SafeTensorsContent content, string file)
    {
        if (!content.Metadata.TryGetValue(Key, out string? seal))
        {
            throw new InvalidFileException(file, "metadata", $"has no {Key}, so nothing says that the file is whole");
        }

        if (seal != Of(content.Tensors, content.Metadata.Where(entry => entry.Key != Key)))
        {
            throw new InvalidFileException(
                file, Key, "the content is not what was written: the file was altered or damaged — use a good copy");
        }
    }

    /// <summary>Each name and each value after its length, in the order of the names, so that no two contents run together.</summary>
    private static string Of(IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        using SHA256 hash = SHA256.Create();
        using (CryptoStream stream = new(Stream.Null, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            foreach ((string name, string text) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                WriteText(stream, name);
                WriteText(stream, text);
            }

            foreach ((string name, Tensor tensor) in tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                WriteText(stream, name);
                WriteText(stream, tensor.Spec.ToString());
                TensorBytes.Write(stream, tensor);
            }
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static void WriteText(Stream stream, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
        stream.Write(length);
        stream.Write(utf8);
    }
}
