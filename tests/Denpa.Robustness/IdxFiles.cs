using System.Buffers.Binary;
using System.IO.Compression;
using Denpa.Tables;

namespace Denpa.Robustness;

/// <summary>Thirty images of 2×2 pixels and their labels, in the form of MNIST's files.</summary>
internal static class IdxFiles
{
    private const int Count = 30;

    public static byte[] Images { get; } = Idx([Count, 2, 2], [.. Enumerable.Range(0, Count * 4).Select(i => (byte)(i * 37))]);

    public static byte[] Labels { get; } = Idx([Count], [.. Enumerable.Range(0, Count).Select(i => (byte)(i % 3))]);

    public static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Reads images, with labels or without.</summary>
    /// <exception cref="TableException">They are none.</exception>
    public static Table Read(byte[] images, byte[]? labels)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string labelsPath = path + ".labels";
        try
        {
            System.IO.File.WriteAllBytes(path, images);
            if (labels is null) return ImageTable.ReadIdx(path);
            System.IO.File.WriteAllBytes(labelsPath, labels);
            return ImageTable.ReadIdx(path, labelsPath);
        }
        finally
        {
            System.IO.File.Delete(path);
            System.IO.File.Delete(labelsPath);
        }
    }

    private static byte[] Idx(int[] dimensions, byte[] data)
    {
        byte[] header = new byte[4 + (4 * dimensions.Length)];
        header[2] = 8;
        header[3] = (byte)dimensions.Length;
        for (int i = 0; i < dimensions.Length; i++) BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        return [.. header, .. data];
    }
}
