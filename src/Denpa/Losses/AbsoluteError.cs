namespace Denpa;

/// <summary>
/// The absolute error, |p − t|, which one far-off target moves less than it does the squared error. Where they are equal the
/// derivative is 0.
/// </summary>
/// <param name="reduction">How one number is made of the elements' losses.</param>
public sealed class AbsoluteError(LossReduction reduction = LossReduction.Mean) : Loss(reduction)
{
    /// <inheritdoc/>
    public override string Name => "absolute error";

    /// <inheritdoc/>
    protected override Tensor Each(Tensor predictions, Tensor targets)
    {
        RequireAlike(predictions, targets);
        return (predictions - targets).Abs();
    }
}
