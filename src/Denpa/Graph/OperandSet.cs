using System.Collections;
using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>Some of an op's inputs, or of its outputs, by their places from 0: written <c>[0, 2]</c>.</summary>
[CollectionBuilder(typeof(OperandSet), nameof(Create))]
public readonly record struct OperandSet : IEnumerable<int>
{
    // A bit for each place; the last one stands for its own and all beyond.
    private const int Beyond = 63;

    private readonly ulong places;

    private OperandSet(ulong places) => this.places = places;

    /// <summary>No operand.</summary>
    public static OperandSet None => default;

    /// <summary>Every operand, however many there are.</summary>
    public static OperandSet All => new(ulong.MaxValue);

    /// <summary>Whether there is no operand in the set.</summary>
    internal bool IsEmpty => places == 0;

    /// <summary>What is in either set.</summary>
    public static OperandSet operator |(OperandSet left, OperandSet right) => new(left.places | right.places);

    /// <summary>These operands: what the collection expression <c>[0, 2]</c> calls. From 63 on, one stands for all of them.</summary>
    public static OperandSet Create(ReadOnlySpan<int> operands)
    {
        ulong places = 0;
        foreach (int operand in operands)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(operand, nameof(operands));
            places |= 1UL << Math.Min(operand, Beyond);
        }

        return new OperandSet(places);
    }

    /// <summary>Whether an operand is in the set.</summary>
    public bool Contains(int operand) => ((places >> Math.Min(operand, Beyond)) & 1) != 0;

    /// <summary>The places in ascending order; 63 stands for all from there on.</summary>
    public IEnumerator<int> GetEnumerator()
    {
        for (int place = 0; place <= Beyond; place++)
        {
            if (Contains(place)) yield return place;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Such as <c>[0, 2]</c>, or <c>all</c>.</summary>
    public override string ToString() => this == All ? "all" : $"[{string.Join(", ", (IEnumerable<int>)this)}]";
}
