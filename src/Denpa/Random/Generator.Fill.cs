using System.Numerics;

namespace Denpa;

public sealed partial class Generator
{
    /// <summary>How many blocks are made at a time, on the stack: 1 KiB of them.</summary>
    private const int BlocksAtOnce = 64;

    /// <summary>
    /// Uniform numbers of [low, high): computed in double precision, then rounded to <typeparamref name="T"/>, but never out of the
    /// interval. Takes ⌈n/2⌉ blocks for n elements of any type, so a Single fill is a Double fill rounded.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="low"/> is not less than <paramref name="high"/>, a bound is not finite as <typeparamref name="T"/>, or no
    /// <typeparamref name="T"/> lies between them.
    /// </exception>
    public void FillUniform<T>(Span<T> destination, double low, double high)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Fill(destination, new UniformDistribution<T>(low, high));

    /// <summary>
    /// Normal numbers (Box and Muller 1958), at most 8.572 standard deviations from the mean: computed in double precision, then rounded to
    /// <typeparamref name="T"/>. Takes ⌈n/2⌉ blocks for n elements of any type, so a Single fill is a Double fill rounded.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The mean is not finite, the standard deviation is negative or not finite, or a number could leave the range of
    /// <typeparamref name="T"/>.
    /// </exception>
    public void FillNormal<T>(Span<T> destination, double mean, double standardDeviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Fill(destination, new NormalDistribution<T>(mean, standardDeviation));

    /// <summary>Integers of [low, high), each equally likely, without bias (Lemire 2019). Takes ⌈n/2⌉ blocks for n elements.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is not less than <paramref name="high"/>.</exception>
    public void FillIntegers(Span<long> destination, long low, long high) =>
        Fill(destination, new IntegerDistribution(low, high, _state.Seed));

    /// <summary>
    /// Each element is one with a probability, otherwise zero. As <see cref="FillBernoulli{T}(Span{T}, double, T)"/> with the value one.
    /// </summary>
    /// <exception cref="ArgumentException">The probability is not in [0, 1].</exception>
    public void FillBernoulli<T>(Span<T> destination, double probability)
        where T : unmanaged, INumberBase<T> =>
        FillBernoulli(destination, probability, T.One);

    /// <summary>
    /// Each element is <paramref name="value"/> with a probability, otherwise zero: a mask of dropout, say, with the value 1 / probability.
    /// The probability is rounded to a multiple of 2⁻³². Takes ⌈n/4⌉ blocks for n elements of any type, so the pattern is the same for
    /// each.
    /// </summary>
    /// <exception cref="ArgumentException">The probability is not in [0, 1].</exception>
    public void FillBernoulli<T>(Span<T> destination, double probability, T value)
        where T : unmanaged, INumberBase<T> =>
        Fill(destination, new BernoulliDistribution<T>(probability, value));

    private void Fill<T, TDistribution>(Span<T> destination, TDistribution distribution)
        where T : unmanaged
        where TDistribution : struct, IDistribution<T>
    {
        int perBlock = TDistribution.ElementsPerBlock;
        Span<PhiloxBlock> buffer = stackalloc PhiloxBlock[BlocksAtOnce];
        Span<T> tail = stackalloc T[perBlock];
        while (!destination.IsEmpty)
        {
            foreach (PhiloxBlock block in NextBlocks(buffer, (destination.Length - 1) / perBlock + 1))
            {
                if (destination.Length < perBlock)
                {
                    distribution.Sample(block, tail);
                    tail[..destination.Length].CopyTo(destination);
                    return;
                }

                distribution.Sample(block, destination);
                destination = destination[perBlock..];
            }
        }
    }

    /// <summary>The next blocks: those still needed, as far as the buffer holds them.</summary>
    private ReadOnlySpan<PhiloxBlock> NextBlocks(Span<PhiloxBlock> buffer, int needed)
    {
        HostReads.RequireDraw();
        Span<PhiloxBlock> blocks = buffer[..Math.Min(needed, buffer.Length)];
        Philox.Fill(blocks, new PhiloxBlock(_state.Position, _state.Stream), _state.Seed);
        _state = _state with { Position = _state.Position + (ulong)blocks.Length };
        return blocks;
    }
}
