namespace Denpa;

/// <summary>
/// The negative log-likelihood of the target class, −x[t], from log-probabilities x, such as a <c>LogSoftmax</c> layer gives: with
/// it, the cross-entropy in two steps. Classes lie along the last axis; targets are class indices, int64 without that axis. A row of a
/// class that counts for nothing adds nothing, even where it is no number.
/// </summary>
/// <param name="reduction">How one number is made of the rows' losses; the mean divides by Σ of the targets' class weights.</param>
/// <param name="classWeights">How much each class counts, one number for each, or null for 1.</param>
public sealed class NegativeLogLikelihood(LossReduction reduction = LossReduction.Mean, IReadOnlyList<double>? classWeights = null)
    : Loss(reduction)
{
    private readonly ClassWeights? classWeights = classWeights is null ? null : new ClassWeights(classWeights);

    /// <inheritdoc/>
    public override string Name => "negative log-likelihood";

    internal override bool CountsForNothing(ReadOnlySpan<long> targets) => classWeights?.AreZero(targets) ?? false;

    /// <inheritdoc/>
    protected override Tensor Each(Tensor predictions, Tensor targets)
    {
        ClassIndexCheck.RequireRows(predictions.Spec, targets.Spec, Name);
        Tensor losses = -new PickOp(Name).Apply(predictions, targets);
        if (classWeights is null) return losses;
        classWeights.For(predictions, Name);
        Tensor weights = classWeights.Of(targets, predictions.DType);
        return Tensor.Where(weights.EqualTo(0), 0, losses * weights);
    }

    /// <inheritdoc/>
    private protected override Tensor? Share(Tensor targets, DType dtype) => classWeights?.Of(targets, dtype);
}
