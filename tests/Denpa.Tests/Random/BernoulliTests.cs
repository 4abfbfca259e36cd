namespace Denpa.Tests;

public class BernoulliTests
{
    [Fact]
    public void Each_element_takes_a_word_of_its_block()
    {
        // Random123's answer for the counter and key 0 is 0.399, 0.881, 0.736, 0.605 in parts of 2³².
        float[] mask = new float[4];
        new Generator(0).FillBernoulli<float>(mask, 0.7, 1 / 0.7f);
        Assert.Equal([1 / 0.7f, 0, 0, 1 / 0.7f], mask);
    }

    [Fact]
    public void The_pattern_is_the_same_for_every_element_type()
    {
        (double[]? doubles, byte[]? bytes) = (new double[1001], new byte[1001]);
        new Generator(43).FillBernoulli<double>(doubles, 0.4, 2.5);
        new Generator(43).FillBernoulli<byte>(bytes, 0.4);
        Assert.Equal(doubles.Select(number => number / 2.5), bytes.Select(number => (double)number));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_value_comes_as_often_as_its_probability_says(double probability)
    {
        double[] mask = new double[100_000];
        new Generator(47).FillBernoulli<double>(mask, probability);
        Assert.Equal(probability, mask.Average(), 4 * Math.Sqrt(probability * (1 - probability) / mask.Length));
    }

    [Fact]
    public void Certainty_is_certain()
    {
        int[] mask = new int[4];
        new BernoulliDistribution<int>(1, 5).Sample(new PhiloxBlock(ulong.MaxValue, ulong.MaxValue), mask);
        Assert.Equal([5, 5, 5, 5], mask);
        new BernoulliDistribution<int>(0, 5).Sample(new PhiloxBlock(0, 0), mask);
        Assert.Equal([0, 0, 0, 0], mask);
    }

    [Theory]
    [InlineData(-0.1, "bernoulli: a probability lies in [0, 1]: it is -0.1")]
    [InlineData(1.1, "it is 1.1")]
    [InlineData(double.NaN, "it is NaN")]
    public void What_is_no_probability_is_refused(double probability, string message)
    {
        Generator generator = new(0);
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => generator.FillBernoulli<float>(new float[1], probability));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(0UL, generator.State.Position);
    }
}
