using System.Buffers.Binary;
using System.IO.Compression;

namespace Denpa.Cli.Tests;

/// <summary>
/// Images of 2×3 pixels as IDX: of class 0 the left column is bright, of class 1 the middle one, of class 2 the right one.
/// </summary>
internal static class Stripes
{
    /// <summary>Writes the images plain and the labels packed by gzip.</summary>
    public static void Write(Workspace workspace, string images, string labels, int count)
    {
        byte[] pixels =
        [
            .. Enumerable.Range(0, count * 6).Select(place => (byte)((place % 3 == place / 6 % 3 ? 200 : 10) + (place / 6 * 7 % 40))),
        ];
        byte[] classes = [.. Enumerable.Range(0, count).Select(image => (byte)(image % 3))];
        File.WriteAllBytes(workspace.PathOf(images), Idx([count, 2, 3], pixels));
        using GZipStream packed = new(File.Create(workspace.PathOf(labels)), CompressionMode.Compress);
        packed.Write(Idx([count], classes));
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
