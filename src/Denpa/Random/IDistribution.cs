namespace Denpa;

/// <summary>Turns random bits into elements. An element may depend on its own block alone, never on its neighbours'.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal interface IDistribution<T>
{
    /// <summary>How many elements one block makes.</summary>
    static abstract int ElementsPerBlock { get; }

    /// <summary>Writes the block's elements to the first <see cref="ElementsPerBlock"/> places of <paramref name="destination"/>.</summary>
    void Sample(PhiloxBlock block, Span<T> destination);
}
