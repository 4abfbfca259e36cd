using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class GatherTests
{
    [Fact]
    public void Rows_come_in_the_order_of_their_indices_and_as_often_as_asked_for()
    {
        float[] destination = new float[8];
        Gather.Rows([1f, 2f, 3f, 4f, 5f, float.NaN], outer: 1, axisLength: 3, inner: 2, [2, 0, 0, 1], destination);
        Assert.Equal([5f, float.NaN, 1f, 2f, 1f, 2f, 3f, 4f], destination);
    }

    [Theory]
    [InlineData(1, 10, 1, 7)]
    [InlineData(3, 5, 1, 11)]
    [InlineData(2, 7, 13, 5)]
    [InlineData(1, 500, 784, 128)]
    [InlineData(2, 3, 40_000, 5)]
    [InlineData(0, 3, 2, 4)]
    [InlineData(2, 3, 0, 4)]
    [InlineData(2, 3, 4, 0)]
    [InlineData(2, 0, 4, 0)]
    public void Gathered_rows_are_those_of_the_reference(int outer, int axisLength, int inner, int count)
    {
        double[] source = KernelData.Fractions<double>((long)outer * axisLength * inner, seed: 1);
        Random random = new(2);
        long[] indices = Enumerable.Range(0, count).Select(_ => (long)random.Next(axisLength)).ToArray();
        List<double> expected = new();
        for (int o = 0; o < outer; o++)
        {
            foreach (long index in indices)
                expected.AddRange(source.AsSpan(((o * axisLength) + (int)index) * inner, inner));
        }

        Assert.Equal(expected, KernelData.SameAtAnyThreadCount(() =>
        {
            double[] destination = new double[outer * count * inner];
            Gather.Rows(source, outer, axisLength, inner, indices, destination);
            return destination;
        }));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void An_index_outside_of_the_axis_is_named_with_its_position_and_nothing_is_written(long wrong)
    {
        int[] destination = new[] { 7, 7, 7 };
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => Gather.Rows([1, 2, 3], outer: 1, axisLength: 3, inner: 1, [0, 1, wrong], destination));
        Assert.StartsWith(
            $"gather: index {wrong} at position 2 is outside of the axis of length 3, whose places are 0 to 2.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal([7, 7, 7], destination);
    }

    [Fact]
    public void An_axis_without_places_has_nothing_to_point_at()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => Gather.Rows<int>([], outer: 1, axisLength: 0, inner: 1, [0], new int[1]));
        Assert.Contains("an axis of length 0", error.Message, StringComparison.Ordinal);
    }
}
