using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa.Tables;

/// <summary>
/// Reads four plain decimals at once where the processor has AVX-512, each in a lane of sixteen characters. What it does not take,
/// <see cref="BareDecimal"/> may.
/// </summary>
internal static class BareDecimals
{
    /// <summary>The fields of one reading.</summary>
    public const int Count = 4;

    private const int Lane = 16;

    /// <summary>Of sixteen bits for each lane, that of its first character, and that of its last.</summary>
    private const ulong Firsts = 0x0001_0001_0001_0001;
    private const ulong Lasts = 0x8000_8000_8000_8000;

    /// <summary>Whether the processor can.</summary>
    public static bool IsSupported => Avx512BW.IsSupported;

    /// <summary>Sixteen bytes from place n on keep the last n characters of sixteen.</summary>
    private static ReadOnlySpan<byte> Keep =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    ];

    /// <param name="text">What the fields are part of.</param>
    /// <param name="places">For each field, a step apart: the place before it and, next to that, its end. They ascend.</param>
    /// <param name="step">The number of columns.</param>
    /// <param name="mark">The only decimal mark to take; 0 for none.</param>
    /// <param name="units">The numbers in units of their last digits.</param>
    /// <param name="decimals">How many digits follow the mark, a byte for each number.</param>
    /// <returns>False when one of the fields is no plain decimal, is longer, is minus zero, or lies too near to the text's start.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(
        ReadOnlySpan<byte> text, ReadOnlySpan<int> places, int step, byte mark, out Vector256<long> units, out uint decimals)
    {
        (units, decimals) = (default, 0);
        if (places.Length <= 3 * step + 1 || places[1] < Lane || places[3 * step + 1] > text.Length) return false;

        // The check above holds for all of these, as places ascend.
        ref int place = ref MemoryMarshal.GetReference(places);
        (int end0, int end1) = (Unsafe.Add(ref place, 1), Unsafe.Add(ref place, step + 1));
        (int end2, int end3) = (Unsafe.Add(ref place, 2 * step + 1), Unsafe.Add(ref place, 3 * step + 1));
        int length0 = end0 - place - 1;
        int length1 = end1 - Unsafe.Add(ref place, step) - 1;
        int length2 = end2 - Unsafe.Add(ref place, 2 * step) - 1;
        int length3 = end3 - Unsafe.Add(ref place, 3 * step) - 1;
        if (((length0 - 1) | (length1 - 1) | (length2 - 1) | (length3 - 1)) >>> 4 != 0) return false;

        // Digits are 0 to 9, other characters more, and what stands before a field is 0.
        ref byte letters = ref MemoryMarshal.GetReference(text);
        Vector512<byte> signed = Vector256.Create(Load(ref letters, end0, length0), Load(ref letters, end1, length1)).ToVector512Unsafe()
            .WithUpper(Vector256.Create(Load(ref letters, end2, length2), Load(ref letters, end3, length3)));
        ulong starts = (0x1_0000UL >> length0) | (0x1_0000UL >> length1 << 16)
            | (0x1_0000UL >> length2 << 32) | (0x1_0000UL >> length3 << 48);
        Vector512<byte> areMinuses = Vector512.Equals(signed, Vector512.Create((byte)('-' - '0' & 0xFF)));
        Vector512<byte> areMarks = Vector512.Equals(signed, Vector512.Create((byte)(mark - '0')));
        ulong others = Vector512.GreaterThan(signed, Vector512.Create((byte)9)).ExtractMostSignificantBits();
        ulong zeros = Vector512.Equals(signed, Vector512<byte>.Zero).ExtractMostSignificantBits();
        (ulong minuses, ulong marks) = (areMinuses.ExtractMostSignificantBits(), areMarks.ExtractMostSignificantBits());

        // A sign at the start alone, one mark at most, digits on both of its sides, a zero only before it, and fifteen characters.
        ulong first = (starts & ~minuses) | (minuses << 1);
        ulong lanes = LanesWith(marks);
        ulong bad = (others ^ (minuses | marks)) | (minuses & ~starts) | (marks & (marks - lanes)) | ((minuses | marks) & Lasts)
            | (first & (marks | Firsts)) | (zeros & first & (~others >> 1) & ~Lasts);
        if (bad != 0) return false;

        // Digits before the mark move up to those behind it.
        Vector512<byte> digits = Vector512.AndNot(signed, areMinuses);
        Vector512<byte> upToMark = areMarks | Avx512BW.ShiftRightLogical128BitLane(areMarks, 1);
        upToMark |= Avx512BW.ShiftRightLogical128BitLane(upToMark, 2);
        upToMark |= Avx512BW.ShiftRightLogical128BitLane(upToMark, 4);
        upToMark |= Avx512BW.ShiftRightLogical128BitLane(upToMark, 8);
        Vector512<long> magnitudes = Join(Vector512.ConditionalSelect(upToMark, Avx512BW.ShiftLeftLogical128BitLane(digits, 1), digits));

        Vector512<long> signs = Signs(areMinuses);
        if ((Vector512.Equals(magnitudes, Vector512<long>.Zero) & signs) != Vector512<long>.Zero) return false;
        units = Avx512F.PermuteVar8x64((magnitudes ^ signs) - signs, Vector512.Create(0L, 2, 4, 6, 0, 2, 4, 6)).GetLower();
        decimals = DecimalsOf(marks, lanes);
        return true;
    }

    /// <summary>A field's characters less '0', as the last of sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ref byte letters, int end, int length) =>
        (Vector128.LoadUnsafe(ref letters, (nuint)(end - Lane)) - Vector128.Create((byte)'0'))
            & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Keep), (nuint)length);

    /// <summary>The number of sixteen digits in each lane, twice: neighbours are joined to two, four, eight and sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Join(Vector512<byte> digits)
    {
        Vector512<short> pairs = Avx512BW.MultiplyAddAdjacent(digits, Vector512.Create((ushort)(10 | (1 << 8))).AsSByte());
        Vector512<int> fours = Avx512BW.MultiplyAddAdjacent(pairs, Vector512.Create(100 | (1 << 16)).AsInt16());
        Vector512<short> packed = Avx512BW.PackUnsignedSaturate(fours, fours).AsInt16();
        Vector512<uint> eights = Avx512BW.MultiplyAddAdjacent(packed, Vector512.Create(10_000 | (1 << 16)).AsInt16()).AsUInt32();
        return (Avx512F.Multiply(eights, Vector512.Create(100_000_000u)) + (eights.AsUInt64() >>> 32)).AsInt64();
    }

    /// <summary>−1 twice for each lane with a minus, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Signs(Vector512<byte> areMinuses)
    {
        Vector512<uint> halves = Avx512BW.SumAbsoluteDifferences(areMinuses, Vector512<byte>.Zero).AsUInt32();
        return Vector512.GreaterThan((halves | Avx512F.Shuffle(halves, 0b01_00_11_10)).AsInt64(), Vector512<long>.Zero);
    }

    /// <summary>The first character's bit for each lane that has any bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LanesWith(ulong bits)
    {
        bits |= bits >> 8;
        bits |= bits >> 4;
        bits |= bits >> 2;
        bits |= bits >> 1;
        return bits & Firsts;
    }

    /// <summary>How many characters stand behind each lane's mark, none where there is no mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint DecimalsOf(ulong marks, ulong lanes)
    {
        if (marks == 0) return 0;
        if (marks == (marks & 0xFFFF) * Firsts) return (uint)(Lane - 1 - BitOperations.TrailingZeroCount(marks)) * 0x0101_0101;
        uint decimals = 0u;
        for (int i = 0; i < Count; i++)
        {
            if ((lanes >> (Lane * i) & 1) == 0) continue;
            decimals |= (uint)(Lane - 1 - BitOperations.TrailingZeroCount(marks >> (Lane * i))) << (8 * i);
        }

        return decimals;
    }
}
