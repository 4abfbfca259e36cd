using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>
/// The cross-entropy of many classes (PyTorch's CrossEntropyLoss) from logits x, the numbers before the softmax: −Σⱼ tⱼ log softmax(x)ⱼ
/// for each row. Classes lie
/// along the last axis. Targets are class indices, int64 without that axis, or probabilities in the logits' shape and type.
/// </summary>
/// <remarks>
/// Label smoothing takes t to (1 − s)·t + s / classes (Szegedy et al., "Rethinking the Inception architecture", CVPR 2016). Class
/// weights multiply each class's term; the mean then divides by Σ of the targets' class weights for indices, and by the number
/// of rows for probabilities, as PyTorch does. A row whose targets all count for nothing adds nothing to loss and gradient, even where
/// its logits are no numbers; in PyTorch they are passed on. Smoothed, a row counts through the weights of the other classes too.
/// </remarks>
public sealed class SoftmaxCrossEntropy : Loss
{
    /// <summary>What messages call it, whichever of its ops finds the fault.</summary>
    internal const string LossName = "softmax cross-entropy";

    private readonly double labelSmoothing;
    private readonly ClassWeights? classWeights;

    /// <summary>The cross-entropy from logits.</summary>
    /// <param name="reduction">How one number is made of the rows' losses.</param>
    /// <param name="labelSmoothing">s, how much of each target is spread evenly over the classes, from 0 up to but without 1.</param>
    /// <param name="classWeights">How much each class counts, one number for each, or null for 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public SoftmaxCrossEntropy(
        LossReduction reduction = LossReduction.Mean, double labelSmoothing = 0, IReadOnlyList<double>? classWeights = null)
        : base(reduction)
    {
        NumberRange.RequireFraction(labelSmoothing, nameof(labelSmoothing));
        this.labelSmoothing = labelSmoothing;
        this.classWeights = classWeights is null ? null : new ClassWeights(classWeights);
    }

    /// <inheritdoc/>
    public override string Name => LossName;

    private bool IsPlain => labelSmoothing == 0 && classWeights is null;

    internal override bool CountsForNothing(ReadOnlySpan<long> targets) => classWeights?.AreZero(targets) ?? false;

    /// <inheritdoc/>
    protected override Tensor Each(Tensor predictions, Tensor targets)
    {
        if (predictions.Rank == 0) throw new ShapeException($"{Name}: a scalar has no axis of classes");
        bool byIndex = targets.DType == DType.Int64;
        if (!byIndex && targets.Spec != predictions.Spec) ThrowTargets(predictions, targets);
        if (byIndex && IsPlain) return SoftmaxCrossEntropyByIndexOp.Instance.Apply(predictions, targets);
        if (byIndex) ClassIndexCheck.RequireRows(predictions.Spec, targets.Spec, Name);
        int classes = predictions.Shape[-1];
        Tensor distribution = byIndex ? new OneHotOp(classes, predictions.DType, Name).Apply(targets) : targets;
        if (labelSmoothing > 0) distribution = ((1 - labelSmoothing) * distribution) + (labelSmoothing / classes);
        if (classWeights is not null) distribution *= classWeights.For(predictions, Name);
        return SoftmaxCrossEntropyOp.Instance.Apply(predictions, distribution);
    }

    /// <inheritdoc/>
    private protected override Tensor? Whole(Tensor predictions, Tensor targets) =>
        targets.DType == DType.Int64 && IsPlain && predictions.Rank > 0
            ? new SoftmaxCrossEntropySumOp(Scale(targets.Length)).Apply(predictions, targets)
            : null;

    /// <inheritdoc/>
    private protected override Tensor? Share(Tensor targets, DType dtype) =>
        targets.DType == DType.Int64 ? classWeights?.Of(targets, dtype) : null;

    [DoesNotReturn]
    private void ThrowTargets(Tensor predictions, Tensor targets) => throw new ShapeException(
        $"{Name}: predictions are {predictions.Spec}; targets are class indices, int64 {new Shape(predictions.Shape.Sizes[..^1])}, " +
        $"or probabilities, {predictions.Spec}, but these are {targets.Spec}");
}
