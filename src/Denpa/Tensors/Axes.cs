using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>
/// The axes that an operation works along: one, as a number, several, as <c>[0, 2]</c>, or all when left out. Negative axes
/// count from the last.
/// </summary>
[CollectionBuilder(typeof(Axes), nameof(Create))]
public readonly struct Axes
{
    private readonly int[]? axes;

    private Axes(int[] axes) => this.axes = axes;

    /// <summary>One axis.</summary>
    public static implicit operator Axes(int axis) => new([axis]);

    /// <summary>These axes: what the collection expression <c>[0, 2]</c> calls.</summary>
    public static Axes Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>The axes in order: what a <c>foreach</c> over them sees.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(axes ?? [])).GetEnumerator();

    /// <summary>The axes of a shape, from 0 and ascending.</summary>
    /// <exception cref="ShapeException">There is no such axis, or one is named twice.</exception>
    internal int[] Of(Shape shape, string operation)
    {
        if (axes is null) return [.. Enumerable.Range(0, shape.Rank)];
        int[] resolved = [.. axes.Select(axis => shape.Axis(axis, operation)).Order()];
        for (int i = 1; i < resolved.Length; i++)
        {
            if (resolved[i] == resolved[i - 1]) throw new ShapeException($"{operation}: axis {resolved[i]} of {shape} is named twice");
        }

        return resolved;
    }

    /// <summary>Such as <c>[0, 2]</c>, or <c>all</c>.</summary>
    public override string ToString() => axes is null ? "all" : $"[{string.Join(", ", axes)}]";
}
