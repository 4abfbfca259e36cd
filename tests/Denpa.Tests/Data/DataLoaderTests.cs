using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tests.Data;

public sealed class DataLoaderTests
{
    private static readonly Dataset Ten = new(Tensor.Arange(10).Reshape(10, 1), Tensor.Arange(10), Tensor.Ones([10]));

    [Fact]
    public void A_shuffled_epoch_has_every_sample_once_in_another_order_each_time()
    {
        DataLoader loader = new(Ten, 3, new Generator(1));
        int[] first = Rows(loader.Epoch(0));
        int[] second = Rows(loader.Epoch(1));
        Assert.Equal(Enumerable.Range(0, 10), first.Order());
        Assert.Equal(Enumerable.Range(0, 10), second.Order());
        Assert.NotEqual(first, second);
        Assert.NotEqual(Enumerable.Range(0, 10), first);
    }

    [Fact]
    public void Batches_hold_the_rows_that_they_name()
    {
        foreach (Batch batch in new DataLoader(Ten, 3, new Generator(2)).Epoch(5))
        {
            long[] rows = [.. batch.Rows.ToArray().Select(row => (long)row)];
            Assert.Equal(rows, batch.Features.ToArray<long>());
            Assert.Equal(rows, batch.Targets.ToArray<long>());
            Assert.Equal(batch.Count, batch.Weights!.Length);
        }
    }

    [Theory]
    [InlineData(3, false, new[] { 3, 3, 3, 1 })]
    [InlineData(3, true, new[] { 3, 3, 3 })]
    [InlineData(5, true, new[] { 5, 5 })]
    [InlineData(1, false, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    [InlineData(DataLoader.FullBatch, false, new[] { 10 })]
    [InlineData(64, true, new[] { 10 })]
    public void Batch_size_and_the_last_batch_are_as_asked(int batchSize, bool dropLast, int[] sizes)
    {
        DataLoader loader = new(Ten, batchSize, new Generator(3), dropLast: dropLast);
        Assert.Equal(sizes.Length, loader.BatchCount);
        Assert.Equal(sizes, loader.Epoch(0).Select(batch => batch.Count));
    }

    [Fact]
    public void A_full_batch_is_the_dataset_itself_in_order() =>
        Assert.Same(Ten.Features, new DataLoader(Ten, DataLoader.FullBatch, new Generator(4)).Epoch(0).Single().Features);

    [Fact]
    public void In_order_is_in_order() =>
        Assert.Equal(Enumerable.Range(0, 10), Rows(new DataLoader(Ten, 4, new Generator(5), BatchSampling.InOrder).Epoch(3)));

    [Fact]
    public void Drawn_with_replacement_samples_come_evenly_but_not_once_each()
    {
        DataLoader loader = new(Ten, 4, new Generator(6), BatchSampling.WithReplacement);
        int[][] epochs = [.. Enumerable.Range(0, 1000).Select(epoch => Rows(loader.Epoch(epoch)))];
        Assert.All(epochs, rows => Assert.Equal(10, rows.Length));
        Assert.Contains(epochs, rows => rows.Distinct().Count() < 10);
        int[] counts = [.. Enumerable.Range(0, 10).Select(row => epochs.Sum(rows => rows.Count(drawn => drawn == row)))];

        // 10 000 draws: 1 000 each, with a standard deviation of 30.
        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void An_epoch_taken_up_at_any_batch_goes_on_as_the_whole_one() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll<PositiveInt, BatchSampling, PositiveInt>((size, sampling, epoch) =>
        {
            Generator generator = new(7);
            DataLoader loader = new(Ten, size.Item % 12, generator, sampling);
            int[][] whole = [.. loader.Epoch(epoch.Item).Select(batch => batch.Rows.ToArray())];
            generator.NextUInt64();
            for (int first = 0; first <= whole.Length; first++)
            {
                DataLoader again = new(Ten, size.Item % 12, generator, sampling);
                Assert.Equal(whole.Skip(first), again.Epoch(epoch.Item, first).Select(batch => batch.Rows.ToArray()));
            }
        }));

    [Fact]
    public void Another_seed_gives_another_order() =>
        Assert.NotEqual(new DataLoader(Ten, 3, new Generator(8)).Order(0), new DataLoader(Ten, 3, new Generator(9)).Order(0));

    [Fact]
    public void Batches_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoader(Ten, -1, new Generator(0)));
        DataLoader loader = new(Ten, 5, new Generator(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Epoch(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => loader.Epoch(0, -1));
    }

    private static int[] Rows(IEnumerable<Batch> batches) => [.. batches.SelectMany(batch => batch.Rows.ToArray())];
}
