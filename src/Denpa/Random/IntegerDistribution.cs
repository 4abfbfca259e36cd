using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// The integers of [low, high), each equally likely, by the multiplication of Lemire, "Fast random integer generation in an interval",
/// ACM TOMACS 29(1), 2019.
/// </summary>
/// <remarks>
/// Of the 2⁶⁴ values of 64 bits, 2⁶⁴ mod (high − low) are refused, so that every integer has as many values. A refused half of a block
/// is replaced by the same half of the block enciphered once more, so that no other element's bits are touched.
/// </remarks>
internal readonly struct IntegerDistribution : IDistribution<long>
{
    private readonly long _low;
    private readonly ulong _count;
    private readonly ulong _key;

    /// <exception cref="ArgumentException">The interval is empty.</exception>
    public IntegerDistribution(long low, long high, ulong key)
    {
        if (low >= high)
            ThrowEmpty(low, high);
        (_low, _count, _key) = (low, (ulong)high - (ulong)low, key);
    }

    public static int ElementsPerBlock => 2;

    public void Sample(PhiloxBlock block, Span<long> destination)
    {
        destination[0] = _low + (long)Below(_count, block, half: 0, _key);
        destination[1] = _low + (long)Below(_count, block, half: 1, _key);
    }

    /// <summary>An integer of [0, count) from one half of the block. The count is at least 1.</summary>
    public static ulong Below(ulong count, PhiloxBlock block, int half, ulong key)
    {
        while (true)
        {
            ulong result = Math.BigMul(count, half == 0 ? block.First : block.Second, out ulong remainder);
            // The division is seldom reached: 2⁶⁴ mod count is less than count.
            if (remainder >= count || remainder >= (0 - count) % count)
                return result;
            block = Philox.Encipher(block, key);
        }
    }

    [DoesNotReturn]
    private static void ThrowEmpty(long low, long high) => throw new ArgumentException(
        $"integers: numbers are drawn from [low, high), so low must be less than high: low is {low}, high is {high}");
}
