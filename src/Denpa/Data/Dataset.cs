using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>Samples to learn from: features with their targets, row by row, and how much each sample counts.</summary>
public sealed class Dataset
{
    /// <summary>Samples whose rows belong together.</summary>
    /// <param name="features">What a network is shown: [n, …].</param>
    /// <param name="targets">What it should answer: [n, …], such as class indices [n] or numbers [n, k].</param>
    /// <param name="weights">How much each sample counts: [n], float32 or float64; all the same when left out.</param>
    /// <exception cref="ShapeException">There are no samples, or not as many of one as of another.</exception>
    /// <exception cref="DTypeException">The weights are not floating-point.</exception>
    public Dataset(Tensor features, Tensor targets, Tensor? weights = null)
    {
        if (features.Rank == 0 || features.Shape[0] == 0) ThrowEmpty(features);
        if (targets.Rank == 0 || targets.Shape[0] != features.Shape[0]) ThrowCounts("targets", features, targets);
        if (weights is not null)
        {
            if (weights.Rank != 1 || weights.Shape[0] != features.Shape[0]) ThrowCounts("weights", features, weights);
            if (!weights.DType.IsFloatingPoint) DTypeException.ThrowNotFloating("dataset, weights", weights.DType);
        }

        (Features, Targets, Weights) = (features, targets, weights);
    }

    /// <summary>The features, [n, …].</summary>
    public Tensor Features { get; }

    /// <summary>The targets, [n, …].</summary>
    public Tensor Targets { get; }

    /// <summary>The weights, [n], or null when all samples count the same.</summary>
    public Tensor? Weights { get; }

    /// <summary>The number of samples, n.</summary>
    public int Count => Features.Shape[0];

    /// <summary>Whether somebody outside may overwrite elements between two steps, so that none may be gathered ahead.</summary>
    internal bool MayChange => MayChangeIn(Features) || MayChangeIn(Targets) || (Weights is { } weights && MayChangeIn(weights));

    /// <summary>The samples of these rows, in this order: a copy.</summary>
    /// <exception cref="ShapeException">There is no such row, or none is named.</exception>
    public Dataset Subset(params ReadOnlySpan<int> rows) =>
        new(RowGather.Take(Features, rows), RowGather.Take(Targets, rows), Weights is null ? null : RowGather.Take(Weights, rows));

    /// <summary>The samples of these rows as a batch: a copy, unless it is all of them in order.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    internal Batch Take(ReadOnlyMemory<int> rows)
    {
        ReadOnlySpan<int> span = rows.Span;
        if (IsAllInOrder(span)) return new Batch(Features, Targets, Weights, rows);
        Dataset subset = Subset(span);
        return new Batch(subset.Features, subset.Targets, subset.Weights, rows);
    }

    /// <summary>Writes the features, targets and weights of these rows over tensors that have as many rows.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    internal void Gather(ReadOnlySpan<int> rows, ReadOnlySpan<Tensor> destinations)
    {
        RowGather.Copy(Features, rows, destinations[0]);
        RowGather.Copy(Targets, rows, destinations[1]);
        if (Weights is not null) RowGather.Copy(Weights, rows, destinations[2]);
    }

    /// <summary>Does the part of <see cref="Gather"/> for the rows from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <exception cref="ShapeException">There is no such row.</exception>
    internal void GatherPart(ReadOnlySpan<int> rows, ReadOnlySpan<Tensor> destinations, int start, int end)
    {
        RowGather.CopyPart(Features, rows, destinations[0], start, end);
        RowGather.CopyPart(Targets, rows, destinations[1], start, end);
        if (Weights is not null) RowGather.CopyPart(Weights, rows, destinations[2], start, end);
    }

    private static bool MayChangeIn(Tensor tensor) => tensor.Storage.IsShared || tensor.Storage.IsVariable;

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
    private static void ThrowEmpty(Tensor features) =>
        throw new ShapeException($"dataset: features {features.Shape} have no samples; axis 0 counts the samples and must be 1 or more");

    [DoesNotReturn]
    private static void ThrowCounts(string name, Tensor features, Tensor other) => throw new ShapeException(
        $"dataset: features {features.Shape} have {features.Shape[0]} samples on axis 0, {name} are {other.Shape}; " +
        $"give one for each sample{(name == "weights" ? ", on one axis" : "")}");
}
