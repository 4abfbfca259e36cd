using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Denpa;

/// <summary>
/// Philox 4×32-10, the counter-based random function of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011: ten rounds of multiply, exchange and exclusive-or turn a counter and a key into 128 random bits.
/// </summary>
internal static class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9; // the golden ratio's fraction
    private const uint KeyStep1 = 0xBB67AE85; // √3 − 1

    /// <summary>The random bits of one counter under a key, whose low half is key word 0.</summary>
    public static PhiloxBlock Encipher(PhiloxBlock counter, ulong key)
    {
        (uint c0, uint c1, uint c2, uint c3) =
            ((uint)counter.First, (uint)(counter.First >> 32), (uint)counter.Second, (uint)(counter.Second >> 32));
        (uint k0, uint k1) = ((uint)key, (uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            (c0, c1) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1);
            (c2, c3) = ((uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            k0 += KeyStep0;
            k1 += KeyStep1;
        }

        return new PhiloxBlock(c0 | (ulong)c1 << 32, c2 | (ulong)c3 << 32);
    }

    /// <summary>
    /// Fills the blocks at positions <c>counter.First</c>, <c>counter.First</c> + 1, … (wrapping at 2⁶⁴) of the counter's stream.
    /// Each block is that of <see cref="Encipher"/>, so any partition of a range gives the same bits.
    /// </summary>
    public static void Fill(Span<PhiloxBlock> blocks, PhiloxBlock counter, ulong key)
    {
        int filled = Avx2.IsSupported ? FillInFours(blocks, counter, key) : 0;
        for (; filled < blocks.Length; filled++)
            blocks[filled] = Encipher(counter with { First = counter.First + (ulong)filled }, key);
    }

    /// <summary>Four blocks at once, as far as whole fours go; returns how many blocks were filled.</summary>
    private static int FillInFours(Span<PhiloxBlock> blocks, PhiloxBlock counter, ulong key)
    {
        // One 64-bit lane per block; a word sits in its lane's low half. What drifts into the high half is never read:
        // the multiplication takes low halves only, and the last step masks.
        Vector256<uint> multiplier0 = Vector256.Create((ulong)Multiplier0).AsUInt32();
        Vector256<uint> multiplier1 = Vector256.Create((ulong)Multiplier1).AsUInt32();
        Vector256<ulong> lowHalf = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> positions = Vector256.Create(counter.First) + Vector256.Create(0UL, 1, 2, 3);
        Span<ulong> destination = MemoryMarshal.Cast<PhiloxBlock, ulong>(blocks);
        int whole = blocks.Length & ~3;
        for (int filled = 0; filled < whole; filled += 4)
        {
            Vector256<ulong> c0 = positions;
            Vector256<ulong> c1 = positions >>> 32;
            Vector256<ulong> c2 = Vector256.Create(counter.Second);
            Vector256<ulong> c3 = Vector256.Create(counter.Second >> 32);
            (uint k0, uint k1) = ((uint)key, (uint)(key >> 32));
            for (int round = 0; round < Rounds; round++)
            {
                Vector256<ulong> product0 = Avx2.Multiply(c0.AsUInt32(), multiplier0);
                Vector256<ulong> product1 = Avx2.Multiply(c2.AsUInt32(), multiplier1);
                (c0, c1) = ((product1 >>> 32) ^ c1 ^ Vector256.Create((ulong)k0), product1);
                (c2, c3) = ((product0 >>> 32) ^ c3 ^ Vector256.Create((ulong)k1), product0);
                k0 += KeyStep0;
                k1 += KeyStep1;
            }

            Vector256<ulong> first = (c0 & lowHalf) | (c1 << 32);
            Vector256<ulong> second = (c2 & lowHalf) | (c3 << 32);
            Vector256<ulong> even = Avx2.UnpackLow(first, second); // blocks 0 and 2
            Vector256<ulong> odd = Avx2.UnpackHigh(first, second); // blocks 1 and 3
            Span<ulong> four = destination.Slice(2 * filled, 8);
            Avx2.Permute2x128(even, odd, 0x20).CopyTo(four);
            Avx2.Permute2x128(even, odd, 0x31).CopyTo(four[4..]);
            positions += Vector256.Create(4UL);
        }

        return whole;
    }
}
