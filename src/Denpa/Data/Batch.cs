namespace Denpa;

/// <summary>The samples of one step of training.</summary>
/// <param name="Features">The features, [batch, …].</param>
/// <param name="Targets">The targets, [batch, …].</param>
/// <param name="Weights">How much each sample counts, [batch]; null when all count the same.</param>
/// <param name="Rows">The samples' rows in the dataset.</param>
public sealed record Batch(Tensor Features, Tensor Targets, Tensor? Weights, ReadOnlyMemory<int> Rows)
{
    /// <summary>The number of samples.</summary>
    public int Count => Rows.Length;
}
