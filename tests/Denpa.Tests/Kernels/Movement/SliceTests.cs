using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class SliceTests
{
    [Fact]
    public void A_range_of_the_middle_axis_is_copied()
    {
        int[] destination = new int[8];
        Slice.Copy([.. Enumerable.Range(0, 16)], outer: 2, axisLength: 4, inner: 2, start: 1, length: 2, destination);
        Assert.Equal([2, 3, 4, 5, 10, 11, 12, 13], destination);
    }

    [Theory]
    [InlineData(1, 10, 1, 0, 10)]
    [InlineData(3, 7, 1, 2, 4)]
    [InlineData(1000, 37, 11, 5, 31)]
    [InlineData(2, 3, 70_001, 1, 2)]
    [InlineData(0, 3, 2, 1, 1)]
    [InlineData(2, 3, 0, 1, 1)]
    [InlineData(2, 3, 4, 3, 0)]
    public void Slices_are_those_of_the_reference(int outer, int axisLength, int inner, int start, int length)
    {
        double[] source = KernelData.Fractions<double>((long)outer * axisLength * inner, seed: 1);
        List<double> expected = new();
        for (int o = 0; o < outer; o++)
            expected.AddRange(source.AsSpan(((o * axisLength) + start) * inner, length * inner));
        Assert.Equal(expected, KernelData.SameAtAnyThreadCount(() =>
        {
            double[] destination = new double[outer * length * inner];
            Slice.Copy(source, outer, axisLength, inner, start, length, destination);
            return destination;
        }));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 5)]
    [InlineData(4, 1)]
    [InlineData(int.MaxValue, 2)]
    public void A_range_that_is_not_on_the_axis_is_refused(int start, int length)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Slice.Copy<int>(new int[4], outer: 1, axisLength: 4, inner: 1, start, length, new int[length]));
        Assert.Equal($"slice: {length} places from {start} on do not lie on an axis of length 4.", error.Message);
    }
}
