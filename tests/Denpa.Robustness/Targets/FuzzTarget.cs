namespace Denpa.Robustness;

/// <summary>A reader that is fed spoilt files.</summary>
public abstract class FuzzTarget
{
    private readonly Lazy<byte[][]> originals;

    private protected FuzzTarget() => originals = new(MakeOriginals);

    /// <summary>The targets by name.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new ModelTarget(), new CheckpointTarget(), new SafeTensorsTarget(), new NpyTarget(),
        new TableTarget(), new LongTableTarget(), new ImageTarget(),
    ];

    /// <summary>What it reads.</summary>
    public abstract string Name { get; }

    /// <summary>The most bytes that a file of so many bytes may make a reader allocate.</summary>
    internal abstract long AllocationBound(int length);

    /// <summary>The spoilt file of a number: always the same for the same seed.</summary>
    public byte[] File(ulong seed, long number)
    {
        Generator generator = new(seed, (ulong)number);
        byte[][] whole = originals.Value;
        byte[] original = whole[generator.NextInteger(0, whole.Length)];
        byte[] other = whole[generator.NextInteger(0, whole.Length)];
        return Spoil(original, other, generator);
    }

    /// <summary>Reads a file and uses what was read; false when it was refused with an exception that the reader documents.</summary>
    internal abstract bool Accepts(byte[] file);

    private protected abstract byte[][] MakeOriginals();

    private protected virtual byte[] Spoil(byte[] original, byte[] other, Generator generator) =>
        Mutations.Apply(original, other, generator);
}
