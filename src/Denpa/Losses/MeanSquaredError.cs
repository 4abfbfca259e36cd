namespace Denpa;

/// <summary>
/// The mean squared error (MSE), the mean of (p − t)² over all elements; with another reduction their sum, or each by itself.
/// </summary>
/// <param name="reduction">How one number is made of the elements' losses.</param>
public sealed class MeanSquaredError(LossReduction reduction = LossReduction.Mean) : Loss(reduction)
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
