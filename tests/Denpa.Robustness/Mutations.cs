using System.Buffers.Binary;
using System.Text;

namespace Denpa.Robustness;

/// <summary>Ways to spoil a file, drawn by a generator, so that the same generator spoils it the same way again.</summary>
internal static class Mutations
{
    private const int MostBitsFlipped = 8;
    private const int LongestPiece = 64;

    private static readonly byte[][] HostileNumbers = [.. ((string[])
    [
        "0", "-1", "1", "2", "7", "255", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808",
        "18446744073709551615", "-9223372036854775808", "1e308", "1e999", "-1e999", "1e-300", "0.5", "NaN", "Infinity", "null", "true",
        "[]", "{}", "\"\"", "99999999999999999999999999999999",
    ]).Select(Encoding.UTF8.GetBytes)];

    private static readonly long[] HostileLengths =
        [0, 1, 2, -1, 7, 8, 100_000_000, 100_000_001, int.MaxValue, 1L << 32, long.MaxValue, long.MinValue];

    private static readonly byte[] HostileBytes = [.. "\0\x01\t\n\r \"',-.0:;[\\]{}\x7f"u8, 0x80, 0xC3, 0xED, 0xEF, 0xFE, 0xFF];

    /// <summary>Spoils a file one to four times.</summary>
    /// <param name="file">The file.</param>
    /// <param name="other">Another, of which pieces are taken.</param>
    /// <param name="generator">Draws what is done.</param>
    public static byte[] Apply(byte[] file, byte[] other, Generator generator)
    {
        byte[] spoilt = file;
        for (long times = generator.NextInteger(1, 5); times > 0; times--) spoilt = ApplyOnce(spoilt, other, generator);
        return spoilt;
    }

    private static byte[] ApplyOnce(byte[] file, byte[] other, Generator generator) => generator.NextInteger(0, 8) switch
    {
        0 => FlipBits(file, generator),
        1 => SetBytes(file, generator),
        2 => file[..Below(file.Length + 1, generator)],
        3 => Splice(file, Piece(other, generator), replaced: 0, generator),
        4 => Splice(file, Piece(file, generator), replaced: LongestPiece, generator),
        5 => Splice(file, [], replaced: LongestPiece, generator),
        6 => ReplaceNumber(file, generator),
        _ => ReplaceLength(file, generator),
    };

    private static byte[] FlipBits(byte[] file, Generator generator)
    {
        byte[] spoilt = [.. file];
        for (long flips = generator.NextInteger(1, MostBitsFlipped + 1); flips > 0 && spoilt.Length > 0; flips--)
        {
            spoilt[Below(spoilt.Length, generator)] ^= (byte)(1 << (int)generator.NextInteger(0, 8));
        }

        return spoilt;
    }

    private static byte[] SetBytes(byte[] file, Generator generator)
    {
        byte[] spoilt = [.. file];
        for (long sets = generator.NextInteger(1, 4); sets > 0 && spoilt.Length > 0; sets--)
        {
            spoilt[Below(spoilt.Length, generator)] = HostileBytes[Below(HostileBytes.Length, generator)];
        }

        return spoilt;
    }

    private static byte[] Splice(byte[] file, ReadOnlySpan<byte> piece, int replaced, Generator generator)
    {
        int place = Below(file.Length + 1, generator);
        int after = Math.Min(file.Length, place + Below(replaced + 1, generator));
        return [.. file.AsSpan(0, place), .. piece, .. file.AsSpan(after)];
    }

    /// <summary>Puts a hostile number in the place of one that the file writes in digits.</summary>
    private static byte[] ReplaceNumber(byte[] file, Generator generator)
    {
        int begin = Below(file.Length + 1, generator);
        while (begin < file.Length && !IsDigit(file[begin])) begin++;
        while (begin > 0 && begin < file.Length && IsDigit(file[begin - 1])) begin--;
        int end = begin;
        while (end < file.Length && IsDigit(file[end])) end++;
        return [.. file.AsSpan(0, begin), .. HostileNumbers[Below(HostileNumbers.Length, generator)], .. file.AsSpan(end)];
    }

    /// <summary>Puts a hostile number in the place of the first eight bytes, where safetensors has its header's length.</summary>
    private static byte[] ReplaceLength(byte[] file, Generator generator)
    {
        if (file.Length < sizeof(long)) return file;
        byte[] spoilt = [.. file];
        long length = BinaryPrimitives.ReadInt64LittleEndian(file);
        long hostile = generator.NextInteger(0, 2) == 0
            ? length + generator.NextInteger(-9, 10)
            : HostileLengths[Below(HostileLengths.Length, generator)];
        BinaryPrimitives.WriteInt64LittleEndian(spoilt, hostile);
        return spoilt;
    }

    private static ReadOnlySpan<byte> Piece(byte[] file, Generator generator)
    {
        int begin = Below(file.Length + 1, generator);
        int length = Math.Min(file.Length - begin, Below(LongestPiece + 1, generator));
        return file.AsSpan(begin, length);
    }

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';

    private static int Below(int bound, Generator generator) => (int)generator.NextInteger(0, bound);
}
