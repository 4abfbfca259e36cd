namespace Denpa;

/// <summary>
/// Huber's loss: ½e² for errors e = p − t within ±delta and delta·(|e| − ½delta) beyond, the squared error near and the absolute
/// far away (Huber, "Robust estimation of a location parameter", 1964).
/// </summary>
public sealed class Huber : Loss
{
    private readonly double delta;

    /// <summary>Huber's loss with this bend.</summary>
    /// <param name="delta">The error from which on the loss rises in a line, above 0.</param>
    /// <param name="reduction">How one number is made of the elements' losses.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delta is not positive.</exception>
    public Huber(double delta = 1, LossReduction reduction = LossReduction.Mean)
        : base(reduction)
    {
        NumberRange.RequirePositive(delta, nameof(delta));
        this.delta = delta;
    }

    /// <inheritdoc/>
    public override string Name => "huber";

    /// <inheritdoc/>
    protected override Tensor Each(Tensor predictions, Tensor targets)
    {
        RequireAlike(predictions, targets);
        Tensor magnitude = (predictions - targets).Abs();
        Tensor bent = magnitude.Minimum(delta);
        return bent * (magnitude - (0.5 * bent));
    }
}
