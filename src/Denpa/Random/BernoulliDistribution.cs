using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>A value with a probability, otherwise zero. Each element takes one 32-bit word, whatever its type.</summary>
internal readonly struct BernoulliDistribution<T> : IDistribution<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly InlineArray2<T> _outcomes;
    private readonly ulong _threshold;

    /// <exception cref="ArgumentException">The probability is not in [0, 1].</exception>
    public BernoulliDistribution(double probability, T value)
    {
        if (!(probability is >= 0 and <= 1))
            ThrowNotProbability(probability);
        (_outcomes[0], _outcomes[1]) = (T.Zero, value);
        _threshold = (ulong)Math.Round(probability * (1L << 32));
    }

    public static int ElementsPerBlock => 4;

    public void Sample(PhiloxBlock block, Span<T> destination)
    {
        destination[3] = Select(block.Second >> 32);
        destination[2] = Select((uint)block.Second);
        destination[1] = Select(block.First >> 32);
        destination[0] = Select((uint)block.First);
    }

    /// <summary>A branch would be mispredicted as often as not, so the borrow of the subtraction is the index.</summary>
    private T Select(ulong word) => _outcomes[(int)((word - _threshold) >> 63)];

    [DoesNotReturn]
    private static void ThrowNotProbability(double probability) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"bernoulli: a probability lies in [0, 1]: it is {probability}"));
}
