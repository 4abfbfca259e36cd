namespace Denpa;

/// <summary>
/// Hands out a dataset in batches, epoch after epoch. The order of an epoch follows from the generator and the epoch's number
/// alone, so that training can go on at any batch of any epoch.
/// </summary>
public sealed class DataLoader
{
    /// <summary>The batch size that stands for the whole dataset.</summary>
    public const int FullBatch = 0;

    private readonly Dataset dataset;
    private readonly Generator generator;
    private readonly BatchSampling sampling;
    private int[]? inOrder;

    /// <summary>Batches of a dataset.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">
    /// Samples to a batch: 1 is online learning, <see cref="FullBatch"/> (or more than there are) batch learning.
    /// </param>
    /// <param name="generator">Where orders come from; its seed and stream matter, and it does not move.</param>
    /// <param name="sampling">How an epoch goes through the samples. A full batch that is not drawn with replacement is in order.</param>
    /// <param name="dropLast">Whether the last batch of an epoch is left out when it is smaller than the others.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is negative.</exception>
    public DataLoader(
        Dataset dataset, int batchSize, Generator generator, BatchSampling sampling = BatchSampling.Shuffled, bool dropLast = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batchSize);
        this.dataset = dataset;
        this.generator = generator.Fork("batches");
        BatchSize = batchSize == FullBatch ? dataset.Count : Math.Min(batchSize, dataset.Count);
        BatchCount = (dataset.Count + (dropLast ? 0 : BatchSize - 1)) / BatchSize;
        bool shufflingIsIdle = sampling == BatchSampling.Shuffled && BatchSize == dataset.Count;
        this.sampling = shufflingIsIdle ? BatchSampling.InOrder : sampling;
    }

    /// <summary>Samples to a batch, the last one of an epoch aside.</summary>
    public int BatchSize { get; }

    /// <summary>Batches to an epoch.</summary>
    public int BatchCount { get; }

    /// <summary>The rows of an epoch in the order in which they come, those of a dropped last batch included.</summary>
    /// <param name="epoch">The epoch's number.</param>
    public int[] Order(long epoch) => [.. OrderToRead(epoch)];

    /// <summary>The batches of an epoch.</summary>
    /// <param name="epoch">The epoch's number.</param>
    /// <param name="firstBatch">The batch to begin with, from 0; those before it are not made.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first batch is negative or more than there are.</exception>
    public IEnumerable<Batch> Epoch(long epoch, int firstBatch = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstBatch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstBatch, BatchCount);
        return Batches(OrderToRead(epoch), firstBatch);
    }

    /// <summary>The order of an epoch in an array that must not be changed.</summary>
    internal int[] OrderToRead(long epoch)
    {
        switch (sampling)
        {
            case BatchSampling.Shuffled: return generator.Fork(epoch).Permutation(dataset.Count);
            case BatchSampling.InOrder: return inOrder ??= [.. Enumerable.Range(0, dataset.Count)];
            default:
                long[] drawn = new long[dataset.Count];
                generator.Fork(epoch).FillIntegers(drawn, 0, dataset.Count);
                return Array.ConvertAll(drawn, row => (int)row);
        }
    }

    /// <summary>The rows of a batch in an epoch's order.</summary>
    internal ReadOnlyMemory<int> RowsOf(int batch, int[] order)
    {
        int start = batch * BatchSize;
        return order.AsMemory(start, Math.Min(BatchSize, order.Length - start));
    }

    private IEnumerable<Batch> Batches(int[] order, int firstBatch)
    {
        for (int batch = firstBatch; batch < BatchCount; batch++) yield return dataset.Take(RowsOf(batch, order));
    }
}
