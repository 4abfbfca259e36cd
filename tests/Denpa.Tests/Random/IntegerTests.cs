namespace Denpa.Tests;

public class IntegerTests
{
    [Fact]
    public void Integers_are_the_upper_half_of_a_product()
    {
        long[] numbers = new long[2];
        new Generator(0).FillIntegers(numbers, 1, 7);
        // ⌊6·bits / 2⁶⁴⌋ of Random123's answer for the counter and key 0, in Python.
        Assert.Equal([6, 4], numbers);
    }

    [Fact]
    public void A_refused_half_is_drawn_from_the_block_enciphered_again()
    {
        long[] numbers = new long[10];
        new Generator(0).FillIntegers(numbers, long.MinValue, 1L << 62);
        // By a Philox written apart from this one, in Python: refused 0, 1, 2, 0, 0, 0, 0, 0, 3 and 2 times.
        Assert.Equal(
            [
                2958676019782741663, -6436941691497039213, -505640848126533647, -8710173276179261520, -4803821292304467362,
                -5463736701194088767, -3480341892255927458, -3318890677016277381, -3009593425633406773, -3039295142624681301,
            ],
            numbers);
    }

    [Theory]
    [InlineData(2, 10.83)]
    [InlineData(3, 13.82)]
    [InlineData(6, 20.52)]
    [InlineData(7, 22.46)]
    [InlineData(10, 27.88)]
    [InlineData(100, 148.23)]
    public void Small_ranges_are_unbiased(int count, double oneInAThousand)
    {
        long[] numbers = new long[100_000];
        new Generator(seed: 31).FillIntegers(numbers, -4, count - 4);
        int[] counts = new int[count];
        foreach (long number in numbers)
            counts[number + 4]++;
        Assert.InRange(Statistics.ChiSquare(counts), 0, oneInAThousand);
    }

    [Fact]
    public void A_range_of_three_quarters_of_all_integers_is_unbiased()
    {
        long[] numbers = new long[90_000];
        new Generator(seed: 37).FillIntegers(numbers, long.MinValue, 1L << 62);
        // Without refusals ⌊3·bits / 4⌋ would give every third integer twice as often as the others.
        int[] counts = new int[3];
        foreach (long number in numbers)
            counts[(int)(((ulong)number - (1UL << 63)) % 3)]++;
        Assert.InRange(Statistics.ChiSquare(counts), 0, 13.82);
    }

    [Fact]
    public void The_widest_range_covers_all_integers()
    {
        Generator generator = new(seed: 41);
        int[] counts = new int[16];
        for (int i = 0; i < 16_000; i++)
            counts[(generator.NextInteger(long.MinValue, long.MaxValue) >> 60) + 8]++;
        Assert.InRange(Statistics.ChiSquare(counts), 0, 37.70);
    }

    [Fact]
    public void The_ends_of_a_range_are_low_and_the_number_before_high()
    {
        long[] numbers = new long[2];
        new IntegerDistribution(long.MinValue, long.MaxValue, key: 0).Sample(new PhiloxBlock(1, ulong.MaxValue), numbers);
        Assert.Equal([long.MinValue, long.MaxValue - 1], numbers);
        new Generator(0).FillIntegers(numbers, 12, 13);
        Assert.Equal([12, 12], numbers);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(3, -3)]
    [InlineData(long.MaxValue, long.MinValue)]
    public void An_empty_range_is_refused(long low, long high)
    {
        Generator generator = new(0);
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => generator.NextInteger(low, high));
        Assert.Equal(
            $"integers: numbers are drawn from [low, high), so low must be less than high: low is {low}, high is {high}",
            error.Message);
        Assert.Equal(0UL, generator.State.Position);
    }
}
