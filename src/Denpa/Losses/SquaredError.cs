namespace Denpa;

/// <summary>
/// The squared error, (p − t)²; its mean is the mean squared error.
/// </summary>
/// <param name="reduction">How one number is made of the elements' losses.</param>
public sealed class SquaredError(LossReduction reduction = LossReduction.Mean) : Loss(reduction)
{
    /// <inheritdoc/>
    public override string Name => "squared error";

    /// <inheritdoc/>
    protected override Tensor Each(Tensor predictions, Tensor targets)
    {
        RequireAlike(predictions, targets);
        return (predictions - targets).Square();
    }

    /// <inheritdoc/>
    private protected override Tensor Whole(Tensor predictions, Tensor targets)
    {
        RequireAlike(predictions, targets);
        return new SquaredErrorSumOp(Scale(predictions.Length)).Apply(predictions, targets);
    }
}
