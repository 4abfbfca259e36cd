using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Denpa;

/// <summary>The header of a .npy file: a magic number, a version, a length, and a Python dictionary with three members.</summary>
internal static partial class NpyHeader
{
    /// <summary>The data begins at a multiple of this many bytes.</summary>
    private const int Alignment = 64;

    /// <summary>Far more than a shape of 32 sizes needs.</summary>
    private const int MaximumLength = 4096;

    private const int MaximumRank = 32;

    private static readonly (string Code, DType DType)[] Codes =
        [("<f4", DType.Float32), ("<f8", DType.Float64), ("<i8", DType.Int64), ("|b1", DType.Bool), ("|u1", DType.UInt8)];

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>A header of version 1.0, all its bytes.</summary>
    public static byte[] Write(TensorSpec spec)
    {
        string sizes = string.Join(", ", spec.Shape.Sizes.ToArray()) + (spec.Shape.Rank == 1 ? "," : "");
        string code = Codes.First(entry => entry.DType == spec.DType).Code;
        string text = $"{{'descr': '{code}', 'fortran_order': False, 'shape': ({sizes}), }}";
        int prefix = Magic.Length + 4;
        int length = prefix + text.Length + 1;
        byte[] header = new byte[length + (-length & (Alignment - 1))];
        header.AsSpan().Fill((byte)' ');
        Magic.CopyTo(header);
        (header[6], header[7]) = (1, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(header.Length - prefix));
        Encoding.ASCII.GetBytes(text, header.AsSpan(prefix));
        header[^1] = (byte)'\n';
        return header;
    }

    /// <summary>Reads from the stream's position; afterwards the stream stands at the data.</summary>
    public static TensorSpec Read(Stream stream, string file)
    {
        try
        {
            return Parse(Encoding.ASCII.GetString(ReadText(stream, file)), file);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidFileException(file, "header", "the file ends inside of it", error);
        }
    }

    private static byte[] ReadText(Stream stream, string file)
    {
        Span<byte> prefix = stackalloc byte[Magic.Length + 2];
        stream.ReadExactly(prefix);
        if (!prefix.StartsWith(Magic)) throw Invalid("not a .npy file: it does not begin with \\x93NUMPY");
        (byte major, byte minor) = (prefix[6], prefix[7]);
        if (major is not (1 or 2) || minor != 0) throw Invalid($"version {major}.{minor} is not 1.0 or 2.0");
        Span<byte> number = stackalloc byte[major == 1 ? 2 : 4];
        stream.ReadExactly(number);
        uint length = major == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(number) : BinaryPrimitives.ReadUInt32LittleEndian(number);
        if (length > MaximumLength) throw Invalid($"a header of {length} bytes is announced; the longest taken is {MaximumLength}");
        byte[] text = new byte[length];
        stream.ReadExactly(text);
        return text;

        InvalidFileException Invalid(string reason) => new(file, "beginning", reason);
    }

    private static TensorSpec Parse(string text, string file)
    {
        Match match = Dictionary().Match(text);
        if (!match.Success) throw Invalid("not a dictionary of descr, fortran_order and shape");
        Dictionary<string, string> members = [];
        foreach ((Capture name, Capture value) in match.Groups["name"].Captures.Zip(match.Groups["value"].Captures))
        {
            if (!members.TryAdd(name.Value, value.Value)) throw Invalid("a member occurs twice");
        }

        (string descr, string order, string shape) = (members["descr"], members["fortran_order"], members["shape"]);
        if (descr[0] != '\'') throw Invalid("descr is not a text");
        if (order is not ("True" or "False")) throw Invalid("fortran_order is neither True nor False");
        if (shape[0] != '(') throw Invalid("shape is not a tuple");
        if (order == "True") throw Invalid("the array is column-major; save numpy.ascontiguousarray(array) instead");
        foreach ((string code, DType dtype) in Codes)
        {
            if (code == descr[1..^1]) return new TensorSpec(dtype, ParseShape(shape, file));
        }

        string all = string.Join(", ", Codes.Select(entry => entry.Code));
        throw Invalid($"the element type {InvalidFileException.Quote(descr[1..^1])} is not one of {all}");

        InvalidFileException Invalid(string reason) => new(file, "header", reason);
    }

    private static Shape ParseShape(string tuple, string file)
    {
        string[] texts = tuple[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        long[] sizes = [.. texts.Select(SizeOf)];
        bool fits = sizes.Length <= MaximumRank;
        long elements = 1;
        foreach (long size in sizes)
        {
            // Two factors of at most 2³¹ have a product that fits in a long.
            elements *= Math.Min(size, int.MaxValue);
            fits &= size <= Array.MaxLength && elements <= Array.MaxLength;
            if (!fits) break;
        }

        if (fits) return new Shape([.. sizes.Select(size => (int)size)]);
        string quoted = InvalidFileException.Quote(tuple);
        throw new InvalidFileException(
            file, "header", $"the shape {quoted} has more elements than a tensor holds, or over {MaximumRank} axes");
    }

    private static long SizeOf(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : long.MaxValue;

    [GeneratedRegex("""
        \A\{\s*
        (?:
            '(?<name>descr|fortran_order|shape)' \s*:\s*
            (?<value> '[^'\\]*' | True | False | \( (?:\s*\d+\s* (?:,\s*\d+\s*)* ,?\s*)? \) )
            \s* (?: ,\s* | (?=\}) )
        ){3}
        \}\s*\z
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Dictionary();
}
