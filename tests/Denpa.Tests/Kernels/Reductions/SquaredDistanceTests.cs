using Denpa.Kernels;

namespace Denpa.Tests.Kernels;

public sealed class SquaredDistanceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(10_007)]
    public void It_is_the_sum_of_the_squares_of_the_differences(int length)
    {
        float[] a = KernelData.WholeNumbers<float>(length, seed: 1);
        float[] b = KernelData.WholeNumbers<float>(length, seed: 2);
        double expected = a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum();
        Assert.All(Widths.All, width => Assert.Equal(expected, SquaredDistance.Sum<float>(a, b, width)));
    }

    [Fact]
    public void A_million_small_squares_do_not_drown_in_a_large_one()
    {
        float[] a = new float[1_000_001];
        a.AsSpan().Fill(1e-4f);
        a[0] = 1;
        Assert.Equal(1.01, SquaredDistance.Sum<float>(a, new float[a.Length]), 1e-6);
    }

    [Fact]
    public void Lengths_that_differ_are_refused() =>
        Assert.Throws<ArgumentException>(() => SquaredDistance.Sum<float>(new float[3], new float[4]));
}
