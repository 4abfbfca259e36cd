using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Tables;

/// <summary>
/// Reads the same plain decimals as <see cref="DecimalText"/>, but for the longest, sixteen characters at once and without a branch
/// that depends on sign, digits and mark: such branches are guessed wrong in most fields.
/// </summary>
internal static class BareDecimal
{
    private const int Width = 16;

    /// <param name="text">What the field is part of.</param>
    /// <param name="start">Where the field starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="otherMark">A decimal mark beside the point.</param>
    /// <param name="units">The number in units of its last digit, or <see cref="DecimalText.MinusZero"/>.</param>
    /// <param name="decimals">How many digits follow the mark.</param>
    /// <returns>False for what is no plain decimal, is longer, or lies too near to the text's start.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, int start, int end, byte otherMark, out long units, out int decimals)
    {
        (units, decimals) = (0, 0);
        if (end < Width) return false;

        // The field's last character is the last of sixteen: bit 15 stands for it.
        Vector128<byte> letters = Vector128.Create(text.Slice(end - Width, Width));
        Vector128<byte> digits = letters - Vector128.Create((byte)'0');
        uint areDigits = Vector128.LessThanOrEqual(digits, Vector128.Create((byte)9)).ExtractMostSignificantBits();
        uint areMarks = (Vector128.Equals(letters, Vector128.Create((byte)'.'))
            | Vector128.Equals(letters, Vector128.Create(otherMark))).ExtractMostSignificantBits();
        uint areZeros = Vector128.Equals(digits, Vector128<byte>.Zero).ExtractMostSignificantBits();
        int sign = text[start] == (byte)'-' ? 1 : 0;
        int length = end - start - sign;
        uint first = 1u << (Width - length);
        uint others = ~areDigits & (0x10000u - first);

        // One mark at most, with digits on both sides; a zero only before it.
        uint bad = (others & (others - 1)) | (others & ~areMarks) | (others & (first | 0x8000)) | (areZeros & (areDigits >> 1) & first);
        if (bad != 0 || (uint)(length - 1) >= Width - 1) return false;

        // Digits before the mark move up to those behind it.
        int hasMark = others == 0 ? 0 : 1;
        int place = BitOperations.TrailingZeroCount(others | 0x10000u);
        decimals = Width - place - hasMark;
        Vector128<sbyte> places = Vector128<sbyte>.Indices;
        Vector128<sbyte> sources = places + Vector128.LessThanOrEqual(places, Vector128.Create((sbyte)(hasMark * (place + 1) - 1)));
        Vector128<byte> number = Vector128.ShuffleNative(digits, sources.AsByte())
            & Vector128.GreaterThanOrEqual(places, Vector128.Create((sbyte)(Width - length + hasMark))).AsByte();
        Vector128<ulong> halves = number.AsUInt64();
        long magnitude = (long)(EightDigits(halves[0]) * 100_000_000 + EightDigits(halves[1]));
        units = (magnitude ^ -sign) + sign;
        if ((magnitude | (1L - sign)) == 0) units = DecimalText.MinusZero;
        return true;
    }

    /// <summary>The number of eight digits, the first in the lowest byte: neighbours are joined to two, four and eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong digits)
    {
        ulong pairs = (digits * (1 + (10 << 8))) >> 8 & 0x00FF_00FF_00FF_00FF;
        ulong fours = (pairs * (1 + (100 << 16))) >> 16 & 0x0000_FFFF_0000_FFFF;
        return (fours * (1 + (10_000UL << 32))) >> 32;
    }
}
