using System.Runtime.InteropServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// What reductions along axes share: the output's shape, and the canonical layout [outer, reduced, inner] that the kernels
/// walk. Axes that are not neighbours are brought to the end by a permuted copy first.
/// </summary>
internal readonly struct ReductionAxes(Axes axes, bool keepDimensions)
{
    public bool KeepDimensions => keepDimensions;

    /// <summary>The shape left over: reduced axes gone, or of size 1 when they are kept.</summary>
    public Shape Output(Shape input, string operation)
    {
        int[] reduced = axes.Of(input, operation);
        List<int> sizes = [];
        for (int axis = 0; axis < input.Rank; axis++)
        {
            if (!reduced.Contains(axis)) sizes.Add(input[axis]);
            else if (keepDimensions) sizes.Add(1);
        }

        return new Shape(CollectionsMarshal.AsSpan(sizes));
    }

    /// <summary>The shape with reduced axes of size 1, which broadcasts against the input.</summary>
    public Shape Kept(Shape input, string operation) => new ReductionAxes(axes, keepDimensions: true).Output(input, operation);

    /// <summary>The number of elements that make one element of the output.</summary>
    public int Count(Shape input, string operation)
    {
        int count = 1;
        foreach (int axis in axes.Of(input, operation)) count *= input[axis];
        return count;
    }

    /// <summary>The elements in the layout [outer, reduced, inner].</summary>
    public ReadOnlySpan<T> Arrange<T>(ReadOnlySpan<T> elements, Shape input, string operation, out ReductionLayout layout)
        where T : unmanaged
    {
        int[] reduced = axes.Of(input, operation);
        bool neighbours = reduced.Length == 0 || reduced[^1] - reduced[0] == reduced.Length - 1;
        if (neighbours)
        {
            int first = reduced.Length == 0 ? input.Rank : reduced[0];
            ReadOnlySpan<int> sizes = input.Sizes;
            layout = new ReductionLayout(
                new Shape(sizes[..first]).ElementCount,
                new Shape(sizes.Slice(first, reduced.Length)).ElementCount,
                new Shape(sizes[(first + reduced.Length)..]).ElementCount);
            return elements;
        }

        int[] kept = [.. Enumerable.Range(0, input.Rank).Except(reduced)];
        T[] arranged = new T[elements.Length];
        Permute.Copy(elements, input.Sizes, [.. kept, .. reduced], arranged);
        int count = Count(input, operation);
        layout = new ReductionLayout(new Shape([.. kept.Select(axis => input[axis])]).ElementCount, count, 1);
        return arranged;
    }
}

/// <summary>The sizes of the three merged axes that a reduction walks.</summary>
internal readonly record struct ReductionLayout(int Outer, int Reduced, int Inner);
