using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>The sizes of a tensor along each axis, outermost first; a scalar has none. Written <c>[2, 3]</c>.</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly record struct Shape : IReadOnlyList<int>
{
    private readonly int[]? sizes;

    /// <summary>A shape with these sizes.</summary>
    /// <exception cref="ShapeException">A size is negative, or there are more than 2³¹−1 elements.</exception>
    public Shape(params ReadOnlySpan<int> sizes)
    {
        // A size of 0 anywhere leaves no elements, whatever the others multiply to.
        long length = sizes.Contains(0) ? 0 : 1;
        foreach (int size in sizes)
        {
            if (size < 0) ThrowNegative(sizes, size);
            length *= size;
            if (length > Array.MaxLength) ThrowTooLarge(sizes);
        }

        this.sizes = sizes.Length == 0 ? null : sizes.ToArray();
    }

    /// <summary>The number of axes.</summary>
    public int Rank => sizes?.Length ?? 0;

    /// <summary>The number of elements: the product of the sizes, 1 for a scalar.</summary>
    public int ElementCount
    {
        get
        {
            int length = 1;
            foreach (int size in Sizes)
            {
                if (size == 0) return 0;
                length = unchecked(length * size);
            }

            return length;
        }
    }

    /// <summary>The sizes, outermost first.</summary>
    public ReadOnlySpan<int> Sizes => sizes;

    /// <summary>The size along an axis; a negative axis counts from the last.</summary>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public int this[int axis] => sizes is not null && (uint)axis < (uint)sizes.Length ? sizes[axis] : Sizes[Axis(axis, "shape")];

    int IReadOnlyCollection<int>.Count => Rank;

    /// <summary>A shape with these sizes: what the collection expression <c>[2, 3]</c> calls.</summary>
    public static Shape Create(ReadOnlySpan<int> sizes) => new(sizes);

    /// <summary>The shape whose sizes an array holds.</summary>
    public static implicit operator Shape(int[] sizes) => new(sizes);

    /// <summary>
    /// The shape that two shapes broadcast to by NumPy's rule: aligned at the last axis, sizes agree or one of them is 1.
    /// </summary>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other shape.</param>
    /// <param name="operation">The operation's name, for the message.</param>
    /// <exception cref="ShapeException">Sizes disagree on an axis.</exception>
    public static Shape Broadcast(Shape left, Shape right, string operation)
    {
        if (left == right) return left;
        int rank = Math.Max(left.Rank, right.Rank);
        Span<int> sizes = rank <= 8 ? stackalloc int[rank] : new int[rank];
        for (int fromLast = 1; fromLast <= rank; fromLast++)
        {
            int a = fromLast <= left.Rank ? left.Sizes[^fromLast] : 1;
            int b = fromLast <= right.Rank ? right.Sizes[^fromLast] : 1;
            if (a != b && a != 1 && b != 1) ThrowNoBroadcast(operation, left, right, fromLast, a, b);
            sizes[^fromLast] = a == 1 ? b : a;
        }

        return new Shape(sizes);
    }

    /// <summary>The axis as a number from 0, when a negative one counts from the last.</summary>
    /// <param name="axis">From −rank to rank − 1.</param>
    /// <param name="operation">The operation's name, for the message.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public int Axis(int axis, string operation)
    {
        if (axis < -Rank || axis >= Rank) ThrowNoAxis(operation, axis, this);
        return axis < 0 ? axis + Rank : axis;
    }

    /// <summary>Where a new axis comes, from 0 to the rank; a negative one counts from the last of the result.</summary>
    /// <exception cref="ShapeException">There is no such place.</exception>
    internal int NewAxis(int axis, string operation)
    {
        if (axis < -Rank - 1 || axis > Rank) ThrowNoPlace(operation, axis, this);
        return axis < 0 ? axis + Rank + 1 : axis;
    }

    /// <summary>The indices of the element at a position in row-major order, as messages write them: <c>[1, 2]</c>.</summary>
    internal string PlaceOf(int position)
    {
        int[] indices = new int[Rank];
        for (int axis = Rank - 1; axis >= 0; axis--) (position, indices[axis]) = Math.DivRem(position, Sizes[axis]);
        return Text(indices);
    }

    /// <summary>This shape with one more axis of this size before <paramref name="axis"/>.</summary>
    internal Shape Insert(int axis, int size) => new([.. Sizes[..axis], size, .. Sizes[axis..]]);

    /// <summary>This shape with the size along an axis replaced.</summary>
    internal Shape With(int axis, int size)
    {
        int[] changed = Sizes.ToArray();
        changed[axis] = size;
        return new Shape(changed);
    }

    /// <summary>The same with a size that may be too large for any tensor.</summary>
    /// <exception cref="ShapeException">It is.</exception>
    internal Shape With(int axis, long size, string operation)
    {
        if (size > Array.MaxLength) ThrowTooLarge(operation, this, axis, size);
        return With(axis, (int)size);
    }

    /// <inheritdoc/>
    public bool Equals(Shape other) => Sizes.SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int size in Sizes) hash.Add(size);
        return hash.ToHashCode();
    }

    /// <summary>The sizes in brackets: <c>[2, 3]</c>, and <c>[]</c> for a scalar.</summary>
    public override string ToString() => Text(Sizes);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(sizes ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Text(ReadOnlySpan<int> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";

    [DoesNotReturn]
    private static void ThrowNegative(ReadOnlySpan<int> sizes, int size) =>
        throw new ShapeException($"shape {Text(sizes)}: a size cannot be negative, but one is {size}");

    [DoesNotReturn]
    private static void ThrowTooLarge(ReadOnlySpan<int> sizes) =>
        throw new ShapeException($"shape {Text(sizes)}: more than {Array.MaxLength:N0} elements, the most that one tensor holds");

    [DoesNotReturn]
    private static void ThrowTooLarge(string operation, Shape shape, int axis, long size) => throw new ShapeException(
        $"{operation}: axis {axis} of {shape} would become {size:N0} long, and one tensor holds {Array.MaxLength:N0} elements at the most");

    [DoesNotReturn]
    private static void ThrowNoAxis(string operation, int axis, Shape shape) =>
        throw new ShapeException(shape.Rank == 0
            ? $"{operation}: a scalar has no axis {axis}"
            : $"{operation}: {shape} has no axis {axis}; its axes are 0 to {shape.Rank - 1}, or −{shape.Rank} to −1 from the last");

    [DoesNotReturn]
    private static void ThrowNoPlace(string operation, int axis, Shape shape) => throw new ShapeException(
        $"{operation}: a new axis of {shape} can be 0 to {shape.Rank}, or −1 to −{shape.Rank + 1} from the last, not {axis}");

    [DoesNotReturn]
    private static void ThrowNoBroadcast(string operation, Shape left, Shape right, int fromLast, int a, int b) =>
        throw new ShapeException(
            $"{operation}: shapes do not broadcast: left {left} has {a} on axis {left.Rank - fromLast}, " +
            $"right {right} has {b} on axis {right.Rank - fromLast}; sizes must agree or one of them be 1");
}
