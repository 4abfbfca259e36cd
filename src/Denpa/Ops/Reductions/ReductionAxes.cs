using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// What reductions along axes share: the output's shape, and the layout [outer, reduced, inner] that the kernels walk. Axes that
/// are not neighbours are brought to the end by a permuted copy first.
/// </summary>
internal readonly record struct ReductionAxes(Axes Axes, bool KeepDimensions)
{
    private const int MostOnStack = 16;

    /// <summary>The shape left over: reduced axes gone, or of size 1 when they are kept.</summary>
    public Shape Output(Shape input, string operation)
    {
        int[] reduced = Axes.Of(input, operation);
        List<int> sizes = [];
        for (int axis = 0; axis < input.Rank; axis++)
        {
            if (!reduced.Contains(axis)) sizes.Add(input[axis]);
            else if (KeepDimensions) sizes.Add(1);
        }

        return new Shape(CollectionsMarshal.AsSpan(sizes));
    }

    /// <summary>The shape with reduced axes of size 1, which broadcasts against the input.</summary>
    public Shape Kept(Shape input, string operation) => new ReductionAxes(Axes, KeepDimensions: true).Output(input, operation);

    /// <summary>The number of elements that make one element of the output.</summary>
    public long Count(Shape input, string operation)
    {
        Span<int> reduced = Axes.CountOf(input) <= MostOnStack ? stackalloc int[Axes.CountOf(input)] : new int[Axes.CountOf(input)];
        Axes.Resolve(input, operation, reduced);
        long count = 1;
        foreach (int axis in reduced) count *= input[axis];
        return count;
    }

    /// <summary>Throws when each element of the output would be made of nothing.</summary>
    public void RequireElements(Shape input, string operation)
    {
        if (Count(input, operation) == 0) ThrowNothing(input, operation);
    }

    /// <summary>The elements of input 0 in the layout [outer, reduced, inner].</summary>
    public ArrangedElements<T> Arrange<T>(in Operands operands, string operation)
        where T : unmanaged
    {
        Shape shape = operands[0].Shape;
        ReadOnlySpan<T> elements = operands.Read<T>(0);
        Span<int> reduced = Axes.CountOf(shape) <= MostOnStack ? stackalloc int[Axes.CountOf(shape)] : new int[Axes.CountOf(shape)];
        Axes.Resolve(shape, operation, reduced);
        int first = reduced.Length == 0 ? shape.Rank : reduced[0];
        bool neighbours = reduced.Length == 0 || reduced[^1] - first == reduced.Length - 1;
        return neighbours
            ? new ArrangedElements<T>(elements, AxisLayout.Of(shape, first, reduced.Length), rented: null)
            : Permuted(elements, shape, reduced);
    }

    /// <summary>A copy of the elements with the reduced axes last.</summary>
    private static ArrangedElements<T> Permuted<T>(ReadOnlySpan<T> elements, Shape shape, scoped ReadOnlySpan<int> reduced)
        where T : unmanaged
    {
        Span<int> order = shape.Rank <= MostOnStack ? stackalloc int[shape.Rank] : new int[shape.Rank];
        (int place, int outer, int length) = (0, 1, 1);
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (reduced.Contains(axis)) continue;
            order[place++] = axis;
            outer *= shape[axis];
        }

        reduced.CopyTo(order[place..]);
        foreach (int axis in reduced) length *= shape[axis];
        T[] rented = ArrayPool<T>.Shared.Rent(elements.Length);
        Span<T> arranged = rented.AsSpan(0, elements.Length);
        Permute.Copy(elements, shape.Sizes, order, arranged);
        return new ArrangedElements<T>(arranged, new AxisLayout(outer, length, 1), rented);
    }

    [DoesNotReturn]
    private void ThrowNothing(Shape input, string operation) => throw new ShapeException(
        $"{operation}: {input} has no elements along axes [{string.Join(", ", Axes.Of(input, operation))}], " +
        $"and nothing has no {operation}");
}

/// <summary>Elements as a reduction's kernel walks them; a copy of them goes back to the pool when disposed.</summary>
internal readonly ref struct ArrangedElements<T>(ReadOnlySpan<T> elements, AxisLayout layout, T[]? rented)
{
    public ReadOnlySpan<T> Elements { get; } = elements;

    public AxisLayout Layout => layout;

    public void Dispose()
    {
        if (rented is not null) ArrayPool<T>.Shared.Return(rented);
    }
}
