using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>
/// The axes that an operation works along: one, as a number, several, as <c>[0, 2]</c>, or all when left out. Negative axes
/// count from the last.
/// </summary>
[CollectionBuilder(typeof(Axes), nameof(Create))]
public readonly record struct Axes
{
    private readonly int[]? axes;

    private Axes(int[] axes) => this.axes = axes;

    /// <summary>One axis.</summary>
    public static implicit operator Axes(int axis) => new([axis]);

    /// <summary>These axes: what the collection expression <c>[0, 2]</c> calls.</summary>
    public static Axes Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>Whether both name the same axes in the same order; all axes left out are not the same as all named.</summary>
    public bool Equals(Axes other) =>
        axes is null || other.axes is null ? axes == other.axes : axes.AsSpan().SequenceEqual(other.axes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int axis in axes ?? []) hash.Add(axis);
        return hash.ToHashCode();
    }

    /// <summary>The axes in order: what a <c>foreach</c> over them sees.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(axes ?? [])).GetEnumerator();

    /// <summary>The axes of a shape, from 0 and ascending.</summary>
    /// <exception cref="ShapeException">There is no such axis, or one is named twice.</exception>
    internal int[] Of(Shape shape, string operation)
    {
        int[] resolved = new int[CountOf(shape)];
        Resolve(shape, operation, resolved);
        return resolved;
    }

    /// <summary>How many axes of a shape these are.</summary>
    internal int CountOf(Shape shape) => axes?.Length ?? shape.Rank;

    /// <summary>Writes the axes of a shape, from 0 and ascending, where there is room for <see cref="CountOf"/>.</summary>
    /// <exception cref="ShapeException">There is no such axis, or one is named twice.</exception>
    internal void Resolve(Shape shape, string operation, Span<int> resolved)
    {
        for (int i = 0; i < resolved.Length; i++)
        {
            int axis = axes is null ? i : shape.Axis(axes[i], operation);
            int place = i;
            for (; place > 0 && resolved[place - 1] >= axis; place--)
            {
                if (resolved[place - 1] == axis) ThrowTwice(axis, shape, operation);
                resolved[place] = resolved[place - 1];
            }

            resolved[place] = axis;
        }
    }

    [DoesNotReturn]
    private static void ThrowTwice(int axis, Shape shape, string operation) =>
        throw new ShapeException($"{operation}: axis {axis} of {shape} is named twice");

    /// <summary>Such as <c>[0, 2]</c>, or <c>all</c>.</summary>
    public override string ToString() => axes is null ? "all" : $"[{string.Join(", ", axes)}]";
}
