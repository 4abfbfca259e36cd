using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class ConcatenateTests
{
    [Fact]
    public void Parts_lie_one_behind_the_other_along_the_axis()
    {
        int[] destination = new int[10];
        Concatenate.CopyPart<int>([1, 2, 3, 4], outer: 2, axisLength: 5, inner: 1, start: 0, length: 2, destination);
        Concatenate.CopyPart<int>([5, 6, 7, 8, 9, 10], outer: 2, axisLength: 5, inner: 1, start: 2, length: 3, destination);
        Assert.Equal([1, 2, 5, 6, 7, 3, 4, 8, 9, 10], destination);
    }

    [Theory]
    [InlineData(1, 5, 3, 2)]
    [InlineData(700, 13, 17, 24)]
    [InlineData(2, 1, 2, 60_000)]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 0, 2, 5)]
    [InlineData(3, 1, 2, 0)]
    public void Slices_of_a_concatenation_are_its_parts(int outer, int firstLength, int secondLength, int inner)
    {
        float[] first = KernelData.Fractions<float>((long)outer * firstLength * inner, seed: 1);
        float[] second = KernelData.Fractions<float>((long)outer * secondLength * inner, seed: 2);
        int axisLength = firstLength + secondLength;
        float[] whole = KernelData.SameAtAnyThreadCount(() =>
        {
            float[] destination = new float[first.Length + second.Length];
            Concatenate.CopyPart<float>(first, outer, axisLength, inner, 0, firstLength, destination);
            Concatenate.CopyPart<float>(second, outer, axisLength, inner, firstLength, secondLength, destination);
            return destination;
        });
        (float[]? firstAgain, float[]? secondAgain) = (new float[first.Length], new float[second.Length]);
        Slice.Copy<float>(whole, outer, axisLength, inner, 0, firstLength, firstAgain);
        Slice.Copy<float>(whole, outer, axisLength, inner, firstLength, secondLength, secondAgain);
        Assert.Equal(first, firstAgain);
        Assert.Equal(second, secondAgain);
    }

    [Fact]
    public void A_part_that_is_not_on_the_axis_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Concatenate.CopyPart<int>(new int[3], outer: 1, axisLength: 4, inner: 1, start: 2, length: 3, new int[4]));
        Assert.StartsWith("concatenate: 3 places from 2 on", error.Message, StringComparison.Ordinal);
    }
}
