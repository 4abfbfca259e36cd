namespace Denpa;

/// <summary>
/// A source of random numbers: Philox 4×32-10 (Salmon, Moraes, Dror and Shaw, SC 2011) over a seed, a stream and a position. The same state
/// gives the same numbers; passing a generator is the only way to randomness in Denpa, and there is no shared one.
/// </summary>
/// <remarks>
/// <para>
/// Block <c>p</c> of a stream is 128 bits: Philox with the seed as its key (low word first) and the counter whose lower half is
/// <c>p</c> and whose upper half is the stream. A single draw takes one block. A fill of n elements takes ⌈n/2⌉ blocks, two elements
/// from each (<see cref="FillBernoulli{T}(Span{T}, double, T)"/>: ⌈n/4⌉, four from each), so element i depends on the state and on i
/// alone.
/// </para>
/// <para>
/// Uniform numbers, integers, masks and shuffles are the same bits on every machine. Normal numbers use the platform's logarithm,
/// sine and cosine: the same bits on one machine, perhaps other last bits on another.
/// </para>
/// <para>Not thread-safe: give each thread a <see cref="Fork(string)"/> of its own.</para>
/// </remarks>
public sealed partial class Generator
{
    private GeneratorState _state;

    /// <summary>A generator at the beginning of a stream of a seed.</summary>
    /// <param name="seed">Any number; seeds that lie close together give unrelated numbers.</param>
    /// <param name="stream">Which of the seed's 2⁶⁴ independent streams.</param>
    public Generator(ulong seed = 0, ulong stream = 0) => _state = new GeneratorState(seed, stream, Position: 0);

    /// <summary>Where this generator stands, as a value to keep in a checkpoint.</summary>
    public GeneratorState State => _state;

    /// <summary>A new generator that stands at <paramref name="state"/>.</summary>
    public static Generator FromState(GeneratorState state) => new(state.Seed) { _state = state };

    /// <summary>Moves this generator to <paramref name="state"/>: it goes on as the one whose state this was.</summary>
    public void Restore(GeneratorState state)
    {
        HostReads.RequireDraw("moves a generator");
        _state = state;
    }

    /// <summary>
    /// An independent generator with a name, such as "shuffle" or "dropout". It depends on this one's seed and stream and on the label,
    /// not on how much was drawn, and this generator does not move; the same label gives the same generator again.
    /// </summary>
    /// <remarks>The label's hash, FNV-1a of 64 bits over its UTF-8 bytes, is the index of <see cref="Fork(long)"/>.</remarks>
    /// <exception cref="ArgumentNullException">The label is null.</exception>
    public Generator Fork(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return Fork((long)StableHash.Compute(label));
    }

    /// <summary>
    /// An independent generator with a number, such as an epoch or a worker. It depends on this one's seed and stream and on the index,
    /// not on how much was drawn, and this generator does not move; the same index gives the same generator again.
    /// </summary>
    /// <remarks>
    /// It keeps the seed. Its stream is the first 64 bits of Philox with the key ~seed and the counter whose lower half is the index and
    /// whose upper half is this generator's stream. Forks of forks are a tree of streams.
    /// </remarks>
    public Generator Fork(long index)
    {
        ulong stream = Philox.Encipher(new PhiloxBlock((ulong)index, _state.Stream), ~_state.Seed).First;
        return new Generator(_state.Seed, stream);
    }

    /// <summary>32 random bits. Takes one block.</summary>
    public uint NextUInt32() => (uint)NextBlock().First;

    /// <summary>64 random bits. Takes one block.</summary>
    public ulong NextUInt64() => NextBlock().First;

    /// <summary>A uniform number of [0, 1), a multiple of 2⁻²⁴. Takes one block.</summary>
    public float NextSingle() => UnitInterval.ToSingle(NextBlock().First);

    /// <summary>A uniform number of [0, 1), a multiple of 2⁻⁵³. Takes one block.</summary>
    public double NextDouble() => UnitInterval.ToDouble(NextBlock().First);

    /// <summary>An integer of [low, high), each equally likely, without bias (Lemire 2019). Takes one block.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is not less than <paramref name="high"/>.</exception>
    public long NextInteger(long low, long high) => Next<long, IntegerDistribution>(new(low, high, _state.Seed));

    /// <summary>A normal number (Box and Muller 1958), at most 8.572 standard deviations from the mean. Takes one block.</summary>
    /// <exception cref="ArgumentException">The mean is not finite, or the standard deviation is negative or not finite.</exception>
    public double NextNormal(double mean = 0, double standardDeviation = 1) =>
        Next<double, NormalDistribution<double>>(new(mean, standardDeviation));

    private PhiloxBlock NextBlock()
    {
        HostReads.RequireDraw();
        PhiloxBlock block = Philox.Encipher(new PhiloxBlock(_state.Position, _state.Stream), _state.Seed);
        _state = _state with { Position = _state.Position + 1 };
        return block;
    }

    private T Next<T, TDistribution>(TDistribution distribution)
        where T : unmanaged
        where TDistribution : struct, IDistribution<T>
    {
        Span<T> elements = stackalloc T[TDistribution.ElementsPerBlock];
        distribution.Sample(NextBlock(), elements);
        return elements[0];
    }
}
