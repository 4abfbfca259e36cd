using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Pipelines;

namespace Denpa.Tables;

/// <summary>
/// Reads an IDX file of unsigned bytes, plain or packed by gzip, which its content tells. The form is that of the MNIST database
/// of Y. LeCun: two zero bytes, the element type (8 for unsigned bytes), the number of dimensions, each of them as four
/// big-endian bytes, and the data. Nothing is allocated for what a header claims, only for what the file holds.
/// </summary>
internal static class IdxFile
{
    private const int LengthOfMagic = 4;
    private const byte UnsignedByte = 8;
    private const int FirstPiece = 1 << 20;
    private static readonly byte[] GzipMagic = [0x1f, 0x8b];

    /// <param name="path">The file.</param>
    /// <param name="content">What it should hold, in the plural, for messages.</param>
    /// <param name="dimensions">How many dimensions that has, and how they are called.</param>
    /// <exception cref="TableException">The file cannot be read, or is none of these.</exception>
    public static IdxArray Read(string path, string content, params ReadOnlySpan<string> dimensions)
    {
        using FileStream file = TableFile.Open(path);
        try
        {
            using Stream stream = Unpacked(file);
            return Read(path, stream, content, dimensions);
        }
        catch (InvalidDataException problem)
        {
            throw Problem(path, "is packed by gzip and damaged — get the file again", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Problem(path, "cannot be read: " + TableFile.FirstLine(problem), problem);
        }
    }

    private static Stream Unpacked(Stream file)
    {
        // A pipe can be looked into without taking anything out of it, also where the file is one and cannot be rewound.
        PipeReader reader = PipeReader.Create(file);
        System.Buffers.ReadOnlySequence<byte> ahead = reader.ReadAtLeastAsync(GzipMagic.Length).AsTask().GetAwaiter().GetResult().Buffer;
        bool isPacked = ahead.Length >= GzipMagic.Length && ahead.FirstSpan.StartsWith(GzipMagic);
        reader.AdvanceTo(ahead.Start);
        Stream stream = reader.AsStream();
        return isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private static IdxArray Read(string path, Stream stream, string content, ReadOnlySpan<string> names)
    {
        Span<byte> magic = stackalloc byte[LengthOfMagic];
        int held = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        if (held == 0) throw Problem(path, $"is empty — give an IDX file of {content}");
        if (held < magic.Length || magic[0] != 0 || magic[1] != 0)
            throw Problem(path, $"does not begin as an IDX file does — give an IDX file of {content}, plain or packed by gzip");
        if (magic[2] != UnsignedByte)
            throw Problem(path, $"has elements of type 0x{magic[2]:x2}, where {content} are unsigned bytes (0x08)");
        if (magic[3] != names.Length)
        {
            string expected = $"{Dimensions(names.Length)} ({string.Join(", ", names!)})";
            throw Problem(path, $"has {Dimensions(magic[3])}, where {content} have {expected}");
        }

        int[] dimensions = ReadDimensions(path, stream, names);
        long length = 1;
        foreach (int size in dimensions)
        {
            length *= size;
            if (length > Array.MaxLength) throw Problem(path, $"claims {string.Join('×', dimensions)} bytes, more than one array can hold");
        }

        return new IdxArray(dimensions, ReadData(path, stream, (int)length));
    }

    private static int[] ReadDimensions(string path, Stream stream, ReadOnlySpan<string> names)
    {
        byte[] header = new byte[names.Length * sizeof(uint)];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw Problem(path, "ends within its header — the file is cut off: get it again");
        int[] dimensions = new int[names.Length];
        for (int i = 0; i < dimensions.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(i * sizeof(uint)));
            if (size == 0) throw Problem(path, $"has a size of 0 in its header, for its {names[i]} — it holds nothing to use");
            if (size > Array.MaxLength) throw Problem(path, $"claims {size} for its {names[i]}, more than one array can hold");
            dimensions[i] = (int)size;
        }

        return dimensions;
    }

    /// <summary>The buffer grows with what comes, so that a header's claim costs nothing.</summary>
    private static byte[] ReadData(string path, Stream stream, int length)
    {
        byte[] data = new byte[Math.Min(length, FirstPiece)];
        int count = 0;
        while (true)
        {
            count += stream.ReadAtLeast(data.AsSpan(count), data.Length - count, throwOnEndOfStream: false);
            if (count < data.Length)
                throw Problem(path, $"ends after {count} of {length} bytes of data — the file is cut off: get it again");
            if (count == length) break;
            Array.Resize(ref data, (int)Math.Min(length, 2L * count));
        }

        if (stream.ReadByte() >= 0)
            throw Problem(path, $"goes on after the {length} bytes of data that its header announces — get it again");
        return data;
    }

    private static string Dimensions(int count) => count == 1 ? "1 dimension" : $"{count} dimensions";

    private static TableException Problem(string path, string problem, Exception? cause = null) => new(path, null, null, problem, cause);
}
