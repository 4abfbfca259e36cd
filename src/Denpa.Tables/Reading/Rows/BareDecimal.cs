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
        var letters = Vector128.Create(text.Slice(end - Width, Width));
        var digits = letters - Vector128.Create((byte)'0');
        var areDigits = Vector128.LessThanOrEqual(digits, Vector128.Create((byte)9)).ExtractMostSignificantBits();
        var areMarks = (Vector128.Equals(letters, Vector128.Create((byte)'.'))
            | Vector128.Equals(letters, Vector128.Create(otherMark))).ExtractMostSignificantBits();
        var areZeros = Vector128.Equals(digits, Vector128<byte>.Zero).ExtractMostSignificantBits();
        var sign = text[start] == (byte)'-' ? 1 : 0;
        var length = end - start - sign;
        var first = 1u << (Width - length);
        var others = ~areDigits & (0x10000u - first);

        // One mark at most, with digits on both sides; a zero only before it.
        var bad = (others & (others - 1)) | (others & ~areMarks) | (others & (first | 0x8000)) | (areZeros & (areDigits >> 1) & first);
        if (bad != 0 || (uint)(length - 1) >= Width - 1) return false;

        // Digits before the mark move up to those behind it.
        var hasMark = others == 0 ? 0 : 1;
        var place = BitOperations.TrailingZeroCount(others | 0x10000u);
        decimals = Width - place - hasMark;
        var places = Vector128<sbyte>.Indices;
        var sources = places + Vector128.LessThanOrEqual(places, Vector128.Create((sbyte)(hasMark * (place + 1) - 1)));
        var number = Vector128.ShuffleNative(digits, sources.AsByte())
            & Vector128.GreaterThanOrEqual(places, Vector128.Create((sbyte)(Width - length + hasMark))).AsByte();
        var halves = number.AsUInt64();
        var magnitude = (long)(EightDigits(halves[0]) * 100_000_000 + EightDigits(halves[1]));
        units = (magnitude ^ -sign) + sign;
        if ((magnitude | (1L - sign)) == 0) units = DecimalText.MinusZero;
        return true;
    }

    /// <summary>The number of eight digits, the first in the lowest byte: neighbours are joined to two, four and eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong digits)
    {
        var pairs = (digits * (1 + (10 << 8))) >> 8 & 0x00FF_00FF_00FF_00FF;
        var fours = (pairs * (1 + (100 << 16))) >> 16 & 0x0000_FFFF_0000_FFFF;
        return (fours * (1 + (10_000UL << 32))) >> 32;
    }
}
