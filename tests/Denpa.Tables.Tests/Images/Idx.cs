using System.Buffers.Binary;
using System.IO.Compression;

namespace Denpa.Tables.Tests;

/// <summary>IDX files made for tests.</summary>
internal static class Idx
{
    /// <summary>The bytes of a file: the magic number of unsigned bytes, the dimensions, the data.</summary>
    public static byte[] Bytes(uint[] dimensions, byte[] data) => Bytes([0, 0, 8, (byte)dimensions.Length], dimensions, data);

    public static byte[] Bytes(byte[] magic, uint[] dimensions, byte[] data)
    {
        byte[] header = new byte[dimensions.Length * 4];
        for (int i = 0; i < dimensions.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(i * 4), dimensions[i]);
        return [.. magic, .. header, .. data];
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>
    /// Images of 2×3 pixels and their labels, written into a folder: of class 0 the left column is bright, of class 1 the middle
    /// one, of class 2 the right one, all a little unlike each other.
    /// </summary>
    public static (string Images, string Labels) Stripes(TestFolder folder, int count, string name = "")
    {
        byte[] pixels = new byte[count * 6];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 3);
            for (int pixel = 0; pixel < 6; pixel++) pixels[i * 6 + pixel] = (byte)((pixel % 3 == i % 3 ? 200 : 10) + i * 7 % 40);
        }

        File.WriteAllBytes(folder[name + "images"], Bytes([(uint)count, 2, 3], pixels));
        File.WriteAllBytes(folder[name + "labels"], Gzip(Bytes([(uint)count], labels)));
        return (folder[name + "images"], folder[name + "labels"]);
    }
}
