namespace Denpa;

/// <summary>The samples of one step of training.</summary>
/// <param name="Tensors">
/// The tensors of the dataset, samples along axis 0: for supervised learning features, targets and perhaps weights.
/// </param>
/// <param name="Rows">The samples' rows in the dataset.</param>
public sealed record Batch(IReadOnlyList<Tensor> Tensors, ReadOnlyMemory<int> Rows)
{
    /// <summary>The number of samples.</summary>
    public int Count => Rows.Length;

    /// <summary>The features, [batch, …]: the first tensor.</summary>
    public Tensor Features => Tensors[0];

    /// <summary>The targets, [batch, …]: the second tensor.</summary>
    public Tensor Targets => Tensors[1];

    /// <summary>How much each sample counts, [batch]: the third tensor; null when all count the same.</summary>
    public Tensor? Weights => Tensors.Count > 2 ? Tensors[2] : null;
}
