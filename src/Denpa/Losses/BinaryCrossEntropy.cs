namespace Denpa;

/// <summary>
/// The cross-entropy of two classes from logits x, the numbers before the sigmoid: log(1 + eˣ) − t·x, with targets from 0 to 1.
/// Finite for any finite logit, where a logarithm of a rounded probability would not be.
/// </summary>
/// <param name="reduction">How one number is made of the elements' losses.</param>
public sealed class BinaryCrossEntropy(LossReduction reduction = LossReduction.Mean) : Loss(reduction)
{
    /// <inheritdoc/>
    public override string Name => "binary cross-entropy";

    /// <inheritdoc/>
    protected override Tensor Each(Tensor predictions, Tensor targets)
    {
        RequireAlike(predictions, targets);
        return BinaryCrossEntropyOp.Instance.Apply(predictions, targets);
    }
}
