using System.Numerics;
using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class ScatterAddTests
{
    [Fact]
    public void Rows_with_the_same_index_are_added_and_places_without_rows_are_zero()
    {
        long[] destination = new long[] { 9, 9, 9, 9, 9, 9 };
        ScatterAdd.Rows<long>([1, 2, 10, 20, 100, 200], outer: 1, axisLength: 3, inner: 2, [2, 0, 2], destination);
        Assert.Equal([10, 20, 0, 0, 101, 202], destination);
    }

    [Theory]
    [InlineData(1, 10, 1, 70)]
    [InlineData(3, 5, 1, 11)]
    [InlineData(2, 7, 13, 5)]
    [InlineData(1, 50, 784, 128)]
    [InlineData(2, 3, 10_007, 50)]
    [InlineData(0, 3, 2, 4)]
    [InlineData(2, 3, 0, 4)]
    [InlineData(2, 3, 4, 0)]
    public void Scattered_sums_are_added_in_the_order_of_the_indices(int outer, int axisLength, int inner, int count)
    {
        AssertIsReference<float>(outer, axisLength, inner, count);
        AssertIsReference<double>(outer, axisLength, inner, count);
    }

    [Fact]
    public void It_is_the_adjoint_of_gather()
    {
        // ⟨gather(x), y⟩ = ⟨x, scatter(y)⟩, exactly, as all sums are of whole numbers.
        long[] indices = [3, 0, 3, 1, 4];
        long[] x = KernelData.WholeNumbers<long>(2 * 6 * 3, seed: 1);
        long[] y = KernelData.WholeNumbers<long>(2 * 5 * 3, seed: 2);
        (long[]? gathered, long[]? scattered) = (new long[y.Length], new long[x.Length]);
        Gather.Rows(x, 2, 6, 3, indices, gathered);
        ScatterAdd.Rows(y, 2, 6, 3, indices, scattered);
        Assert.Equal(gathered.Zip(y, (a, b) => a * b).Sum(), x.Zip(scattered, (a, b) => a * b).Sum());
    }

    [Fact]
    public void Non_finite_values_reach_the_places_that_they_belong_to_and_no_others()
    {
        float[] destination = new float[3];
        ScatterAdd.Rows(
            [float.NaN, 1, float.PositiveInfinity, 2], outer: 1, axisLength: 3, inner: 1, [0, 1, 2, 1], destination);
        Assert.Equal([float.NaN, 3, float.PositiveInfinity], destination);
    }

    [Fact]
    public void An_index_outside_of_the_axis_is_named_with_its_position()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => ScatterAdd.Rows([1, 2], outer: 1, axisLength: 3, inner: 1, [0, 5], new int[3]));
        Assert.StartsWith("scatter add: index 5 at position 1 is outside of the axis", error.Message, StringComparison.Ordinal);
    }

    private static void AssertIsReference<T>(int outer, int axisLength, int inner, int count)
        where T : unmanaged, INumber<T>
    {
        T[] source = KernelData.Fractions<T>((long)outer * count * inner, seed: 3);
        Random random = new(4);
        long[] indices = Enumerable.Range(0, count).Select(_ => (long)random.Next(axisLength)).ToArray();
        T[] expected = new T[outer * axisLength * inner];
        for (int o = 0; o < outer; o++)
        {
            for (int i = 0; i < count; i++)
            {
                for (int column = 0; column < inner; column++)
                    expected[(((o * axisLength) + (int)indices[i]) * inner) + column] += source[(((o * count) + i) * inner) + column];
            }
        }

        Assert.Equal(expected, KernelData.SameAtAnyThreadCount(() => Widths.SameAtEach(width =>
        {
            T[] destination = new T[expected.Length];
            ScatterAdd.Rows(source, outer, axisLength, inner, indices, destination, width);
            return destination;
        })));
    }
}
