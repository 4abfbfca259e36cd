namespace Denpa;

/// <summary>Where a <see cref="Generator"/> stands, entirely: a checkpoint that holds this value resumes the same numbers.</summary>
/// <param name="Seed">The seed: the key of Philox 4×32-10.</param>
/// <param name="Stream">The stream: the upper half of the counter. Streams of one seed never share a block.</param>
/// <param name="Position">The next block of 128 bits: the lower half of the counter. It wraps at 2⁶⁴.</param>
public readonly record struct GeneratorState(ulong Seed, ulong Stream, ulong Position);
