namespace Denpa;

/// <summary>
/// Half the squared error, ½(p − t)²: its derivative is the error p − t itself, which is why introductions begin with it. The mean
/// is half of the mean squared error.
/// </summary>
/// <param name="reduction">How one number is made of the elements' losses.</param>
public sealed class HalfSquaredError(LossReduction reduction = LossReduction.Mean) : Loss(reduction)
{
    /// <inheritdoc/>
    public override string Name => "half squared error";

    /// <inheritdoc/>
    protected override Tensor Each(Tensor predictions, Tensor targets)
    {
        RequireAlike(predictions, targets);
        return 0.5 * (predictions - targets).Square();
    }

    /// <inheritdoc/>
    private protected override Tensor Whole(Tensor predictions, Tensor targets)
    {
        RequireAlike(predictions, targets);
        return new SquaredErrorSumOp(0.5 * Scale(predictions.Length)).Apply(predictions, targets);
    }
}
