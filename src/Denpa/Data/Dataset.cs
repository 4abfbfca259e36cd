using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// Samples to learn from: tensors whose rows belong together. For supervised learning these are features, targets and perhaps how much
/// each sample counts; other objectives may take any.
/// </summary>
public sealed class Dataset
{
    private const int RowsAtOnce = 1024;

    private readonly Tensor[]? inMemory;
    private readonly DataSource? source;
    private readonly TensorSpec[] samples;
    private readonly Tensor?[] fetched;

    /// <summary>Samples whose rows belong together.</summary>
    /// <param name="features">What a network is shown: [n, …].</param>
    /// <param name="targets">What it should answer: [n, …], such as class indices [n] or numbers [n, k].</param>
    /// <param name="weights">How much each sample counts: [n], float32 or float64; all the same when left out.</param>
    /// <exception cref="ShapeException">There are no samples, or not as many of one as of another.</exception>
    /// <exception cref="DTypeException">The weights are not floating-point.</exception>
    public Dataset(Tensor features, Tensor targets, Tensor? weights = null)
        : this(weights is null ? [features, targets] : [features, targets, weights], "features", "targets", "weights")
    {
        if (weights is null) return;
        if (weights.Rank != 1) ThrowCounts("weights", "features", features, weights);
        if (!weights.DType.IsFloatingPoint) DTypeException.ThrowNotFloating("dataset, weights", weights.DType);
    }

    /// <summary>Samples of any number of tensors whose rows belong together.</summary>
    /// <param name="tensors">One or more, each [n, …].</param>
    /// <exception cref="ShapeException">There are no samples, or not as many of one as of another.</exception>
    public Dataset(IReadOnlyList<Tensor> tensors)
        : this([.. tensors], [.. Enumerable.Range(0, tensors.Count).Select(i => $"tensor {i}")])
    {
    }

    /// <summary>Samples that need not be in memory.</summary>
    /// <param name="source">Where they come from.</param>
    /// <exception cref="ShapeException">There are no samples, or a sample has no tensors.</exception>
    public Dataset(DataSource source)
    {
        if (source.Count < 1 || source.Samples.Count == 0)
        {
            throw new ShapeException(
                $"dataset: the source has {source.Count} samples of {source.Samples.Count} tensors; it needs 1 or more of each");
        }

        this.source = source;
        samples = [.. source.Samples];
        fetched = new Tensor?[samples.Length];
        Count = source.Count;
    }

    private Dataset(Tensor[] tensors, params ReadOnlySpan<string> names)
    {
        if (tensors.Length == 0) throw new ShapeException("dataset: it needs a tensor");
        Tensor first = tensors[0];
        if (first.Rank == 0 || first.Shape[0] == 0) ThrowEmpty(names[0], first);
        for (int i = 1; i < tensors.Length; i++)
        {
            if (tensors[i].Rank == 0 || tensors[i].Shape[0] != first.Shape[0]) ThrowCounts(names[i], names[0], first, tensors[i]);
        }

        inMemory = tensors;
        samples = [.. tensors.Select(tensor => tensor.Spec with { Shape = new Shape(tensor.Shape.Sizes[1..]) })];
        fetched = [.. tensors];
        Count = first.Shape[0];
    }

    /// <summary>The number of samples, n.</summary>
    public int Count { get; }

    /// <summary>For each tensor its element type and the shape of one sample, without the axis of the samples.</summary>
    public IReadOnlyList<TensorSpec> Samples => samples;

    /// <summary>The features, [n, …]: the first tensor. Of a source, this fetches and keeps all of them.</summary>
    public Tensor Features => All(0);

    /// <summary>The targets, [n, …]: the second tensor. Of a source, this fetches and keeps all of them.</summary>
    /// <exception cref="ShapeException">There is no second tensor.</exception>
    public Tensor Targets => samples.Length > 1 ? All(1) : throw new ShapeException("dataset: it has one tensor, and no targets");

    /// <summary>
    /// The weights, [n]: the third tensor, or null when all samples count the same. Of a source, this fetches and keeps all.
    /// </summary>
    public Tensor? Weights => samples.Length > 2 ? All(2) : null;

    /// <summary>One of the tensors, [n, …], by its place. Of a source, this fetches and keeps all of it.</summary>
    internal Tensor TensorAt(int place) => All(place);

    /// <summary>The samples of these rows, in this order: a copy.</summary>
    /// <exception cref="ShapeException">There is no such row, or none is named.</exception>
    public Dataset Subset(params ReadOnlySpan<int> rows) => new(Gathered(rows), [.. samples.Select((_, i) => $"tensor {i}")]);

    /// <summary>Whether somebody outside may overwrite elements between two steps, so that none may be gathered ahead.</summary>
    internal bool MayChange => inMemory is null || inMemory.Any(tensor => tensor.Storage.IsShared || tensor.Storage.IsVariable);

    /// <summary>The samples of these rows as a batch: a copy, unless it is all of them in order.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    internal Batch Take(ReadOnlyMemory<int> rows) =>
        new(inMemory is not null && IsAllInOrder(rows.Span) ? inMemory : Gathered(rows.Span), rows);

    /// <summary>Writes these rows of each tensor over tensors that have as many rows.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    internal void Gather(ReadOnlySpan<int> rows, ReadOnlySpan<Tensor> destinations)
    {
        if (inMemory is null)
        {
            foreach (int row in rows)
            {
                if ((uint)row >= (uint)Count) throw new ShapeException($"rows: there is no row {row}; the rows are 0 to {Count - 1}");
            }

            RowDestination[] places = new RowDestination[destinations.Length];
            for (int i = 0; i < places.Length; i++) places[i] = new RowDestination(destinations[i]);
            source!.Gather(rows, places);
            return;
        }

        for (int i = 0; i < inMemory.Length; i++) RowGather.Copy(inMemory[i], rows, destinations[i]);
    }

    /// <summary>Does the part of <see cref="Gather"/> for the rows from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    internal void GatherPart(ReadOnlySpan<int> rows, ReadOnlySpan<Tensor> destinations, int start, int end)
    {
        for (int i = 0; i < inMemory!.Length; i++) RowGather.CopyPart(inMemory[i], rows, destinations[i], start, end);
    }

    /// <summary>A tensor's rows in their order, all at once where they are in memory, else some at a time.</summary>
    internal IEnumerable<Tensor> InParts(int tensor)
    {
        if (fetched[tensor] is { } known)
        {
            yield return known;
            yield break;
        }

        for (int start = 0; start < Count; start += RowsAtOnce)
        {
            yield return Gathered([.. Enumerable.Range(start, Math.Min(RowsAtOnce, Count - start))])[tensor];
        }
    }

    private Tensor All(int tensor)
    {
        if (fetched[tensor] is { } known) return known;
        Tensor all = Tensor.Allocate(samples[tensor] with { Shape = [Count, .. samples[tensor].Shape.Sizes] });
        int start = 0;
        foreach (Tensor part in InParts(tensor))
        {
            part.CopyTo(all.Rows(start..(start + part.Shape[0])));
            start += part.Shape[0];
        }

        return fetched[tensor] = all;
    }

    private Tensor[] Gathered(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty) throw new ShapeException("dataset: a subset needs a row");
        Tensor[] tensors = new Tensor[samples.Length];
        for (int i = 0; i < tensors.Length; i++)
        {
            tensors[i] = Tensor.Allocate(samples[i] with { Shape = [rows.Length, .. samples[i].Shape.Sizes] });
        }

        Gather(rows, tensors);
        return tensors;
    }

    private bool IsAllInOrder(ReadOnlySpan<int> rows)
    {
        if (rows.Length != Count) return false;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] != i) return false;
        }

        return true;
    }

    [DoesNotReturn]
    private static void ThrowEmpty(string name, Tensor first) =>
        throw new ShapeException($"dataset: {name} {first.Shape} have no samples; axis 0 counts the samples and must be 1 or more");

    [DoesNotReturn]
    private static void ThrowCounts(string name, string firstName, Tensor first, Tensor other) => throw new ShapeException(
        $"dataset: {firstName} {first.Shape} have {first.Shape[0]} samples on axis 0, {name} are {other.Shape}; " +
        $"give one for each sample{(name == "weights" ? ", on one axis" : "")}");
}
