namespace Denpa.Tests;

public class ShuffleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(130)]
    [InlineData(1001)]
    public void A_shuffle_keeps_every_item_and_takes_half_as_many_blocks(int count)
    {
        Generator generator = new(seed: 53);
        int[] permutation = generator.Permutation(count);
        Assert.Equal((ulong)(count / 2), generator.State.Position);
        Assert.Equal(Enumerable.Range(0, count), permutation.Order());
    }

    [Fact]
    public void Items_are_placed_from_the_last_to_the_first()
    {
        // ⌊3·0.8805⌋ = 2 leaves c last; ⌊2·0.6055⌋ = 1 leaves b second. With the digits of π: ⌊3·0.5820⌋ = 1, ⌊2·0.1409⌋ = 0.
        string[] letters = ["a", "b", "c"];
        new Generator(0).Shuffle<string>(letters);
        Assert.Equal(["a", "b", "c"], letters);
        Generator.FromState(new GeneratorState(0x299F31D0A4093822, 0x0370734413198A2E, 0x85A308D3243F6A88)).Shuffle<string>(letters);
        Assert.Equal(["c", "a", "b"], letters);
    }

    [Fact]
    public void Every_order_of_three_is_equally_likely()
    {
        Generator generator = new(seed: 59);
        IEnumerable<string> orders = Enumerable.Range(0, 60_000).Select(_ => string.Join(' ', generator.Permutation(3)));
        int[] counts = orders.CountBy(order => order).Select(pair => pair.Value).ToArray();
        Assert.Equal(6, counts.Length);
        Assert.InRange(Statistics.ChiSquare(counts), 0, 20.52); // 0.1 % lie beyond
    }

    [Fact]
    public void Every_item_goes_to_every_place_equally_often()
    {
        Generator generator = new(seed: 61);
        int[] counts = new int[100];
        for (int repetition = 0; repetition < 10_000; repetition++)
        {
            int[] permutation = generator.Permutation(10);
            for (int place = 0; place < 10; place++)
                counts[10 * place + permutation[place]]++;
        }
        // Each row and each column has a fixed sum: 9/10 of the statistic has 81 degrees of freedom, and 0.1 % lie beyond.
        Assert.InRange(0.9 * Statistics.ChiSquare(counts), 0, 126.08);
    }

    [Fact]
    public void A_permutation_has_no_negative_count() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Generator(0).Permutation(-1));
}
