using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class PermuteTests
{
    private static readonly int[] OneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [Fact]
    public void A_matrix_is_transposed()
    {
        int[] destination = new int[6];
        Permute.Copy<int>([1, 2, 3, 4, 5, 6], [2, 3], [1, 0], destination);
        Assert.Equal([1, 4, 2, 5, 3, 6], destination);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 7)]
    [InlineData(15, 16)]
    [InlineData(17, 33)]
    [InlineData(31, 257)]
    [InlineData(300, 211)]
    public void Matrices_of_ragged_sizes_are_those_of_the_reference(int rows, int columns)
    {
        AssertIsReference(Numbers(rows * columns), [rows, columns], [1, 0]);
        AssertIsReference([.. Numbers(rows * columns).Select(x => (double)x)], [rows, columns], [1, 0]);
        AssertIsReference([.. Numbers(rows * columns).Select(x => (byte)x)], [rows, columns], [1, 0]);
        AssertIsReference([.. Numbers(rows * columns).Select(x => x % 3 == 0)], [rows, columns], [1, 0]);
        AssertIsReference([.. Numbers(rows * columns).Select(x => (long)x)], [rows, columns], [1, 0]);
        AssertIsReference([.. Numbers(rows * columns).Select(x => (short)x)], [rows, columns], [1, 0]);
    }

    [Fact]
    public void Every_permutation_of_four_axes_is_that_of_the_reference()
    {
        foreach (int[] shape in new int[][] { [2, 3, 5, 7], [1, 19, 1, 4], [4, 1, 2, 1], [18, 2, 17, 3], [2, 0, 3, 1] })
        {
            foreach (int[] axes in Permutations([0, 1, 2, 3]))
                AssertIsReference(Numbers(shape.Aggregate(1, (x, y) => x * y)), shape, axes);
        }
    }

    [Theory]
    [InlineData(new int[0], new int[0])]
    [InlineData(new[] { 5 }, new[] { 0 })]
    [InlineData(new[] { 2, 3, 2, 1, 2, 3, 2, 2 }, new[] { 7, 1, 5, 3, 0, 2, 6, 4 })]
    [InlineData(new[] { 2, 3, 2, 1, 2, 3, 2, 2 }, new[] { 4, 5, 6, 7, 0, 1, 2, 3 })]
    [InlineData(new[] { 64, 300, 70 }, new[] { 1, 0, 2 })]
    [InlineData(new[] { 64, 70, 300 }, new[] { 0, 2, 1 })]
    [InlineData(new[] { 64, 70, 300 }, new[] { 2, 0, 1 })]
    public void Any_number_of_axes_is_permuted(int[] shape, int[] axes)
        => AssertIsReference(Numbers(shape.Aggregate(1, (x, y) => x * y)), shape, axes);

    [Fact]
    public void A_permutation_and_its_inverse_give_the_source_back()
    {
        int[] source = Numbers(3 * 20 * 33 * 5);
        (int[]? there, int[]? back) = (new int[source.Length], new int[source.Length]);
        Permute.Copy<int>(source, [3, 20, 33, 5], [2, 0, 3, 1], there);
        Permute.Copy<int>(there, [33, 3, 5, 20], [1, 3, 0, 2], back);
        Assert.Equal(source, back);
    }

    [Theory]
    [InlineData(new[] { 0, 0 })]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 0, 2 })]
    [InlineData(new[] { -1, 0 })]
    public void Axes_that_are_no_permutation_are_refused(int[] axes)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Permute.Copy<int>(OneToTen, [2, 5], axes, new int[10]));
        Assert.Contains("is no permutation of the source's 2 axes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_of_another_length_than_its_shape_is_refused()
        => Assert.Throws<ArgumentException>(() => Permute.Copy<int>(OneToTen, [2, 5], [1, 0], new int[9]));

    private static void AssertIsReference<T>(T[] source, int[] shape, int[] axes)
        where T : unmanaged
    {
        T[] expected = new T[source.Length];
        for (int place = 0; place < expected.Length; place++)
        {
            int[] index = new int[shape.Length];
            int rest = place;
            for (int axis = axes.Length - 1; axis >= 0; axis--)
                (rest, index[axes[axis]]) = Math.DivRem(rest, shape[axes[axis]]);
            expected[place] = source[index.Zip(shape).Aggregate(0, (sum, pair) => (sum * pair.Second) + pair.First)];
        }

        Assert.Equal(expected, KernelData.SameAtAnyThreadCount(() => Widths.SameAtEach(width =>
        {
            T[] destination = new T[source.Length];
            Permute.Copy(source, shape, axes, destination, width);
            return destination;
        })));
    }

    private static int[] Numbers(int count) => [.. Enumerable.Range(0, count)];

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Permutations([.. items.Except([first])]).Select(rest => (int[])[first, .. rest]));
}
