using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>How far predictions are from targets, as a number that training makes small. Losses reduce as PyTorch's do.</summary>
public abstract class Loss
{
    /// <summary>A loss with this reduction.</summary>
    protected Loss(LossReduction reduction) => Reduction = reduction;

    /// <summary>How one number is made of the losses of elements or rows.</summary>
    public LossReduction Reduction { get; }

    /// <summary>The name that messages use, in lower case.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether the loss depends on tensors alone: on predictions, targets and weights, and on numbers that stay as they are. Then a
    /// training may replay a recorded step; a loss whose own weight changes, say, must leave it false, and runs op by op. All of Denpa's
    /// own say so.
    /// </summary>
    public virtual bool ComputesFromTensorsAlone => OwnCode.Declares(this);

    /// <summary>The loss of predictions.</summary>
    /// <param name="predictions">What a network's last layer gives, samples along axis 0; float32 or float64.</param>
    /// <param name="targets">What it should have given.</param>
    /// <param name="weights">
    /// How much each sample or each element counts: of the predictions' element type, with the sizes of the losses' leading axes.
    /// The weighted mean divides by Σ w; weights of zero alone make it NaN, with a gradient of zero.
    /// </param>
    /// <returns>A scalar, or the losses themselves when nothing reduces them.</returns>
    /// <exception cref="ShapeException">The shapes do not belong together. A loss never broadcasts.</exception>
    /// <exception cref="DTypeException">The element types do not belong together.</exception>
    public Tensor Forward(Tensor predictions, Tensor targets, Tensor? weights = null)
    {
        if (!predictions.DType.IsFloatingPoint) DTypeException.ThrowNotFloating(Name, predictions.DType);
        if (weights is null && Reduction != LossReduction.None && Whole(predictions, targets) is { } whole) return whole;
        Tensor losses = Each(predictions, targets);
        Tensor? spread = weights is null ? null : Spread(weights, losses);
        Tensor weighted = spread is null ? losses : losses * spread;
        return Reduction switch
        {
            LossReduction.None => weighted,
            LossReduction.Sum => weighted.Sum(),
            _ => Mean(weighted.Sum(), losses, targets, spread),
        };
    }

    /// <summary>Whether the mean counts these class indices for nothing; never so for targets of another kind.</summary>
    internal virtual bool CountsForNothing(ReadOnlySpan<long> targets) => false;

    /// <summary>The loss of each element or row, before weights and reduction.</summary>
    protected abstract Tensor Each(Tensor predictions, Tensor targets);

    /// <summary>
    /// The reduced loss in one op, for losses that have one; null for the way through <see cref="Each"/>. It is only asked for where
    /// there are no weights and something is reduced.
    /// </summary>
    private protected virtual Tensor? Whole(Tensor predictions, Tensor targets) => null;

    /// <summary>What a sum over so many losses is multiplied by: 1, or 1/n for the mean.</summary>
    private protected double Scale(int losses) => Reduction == LossReduction.Mean ? 1.0 / losses : 1;

    /// <summary>What each loss counts for in the mean besides its weight, of the losses' shape, or null when all count for 1.</summary>
    private protected virtual Tensor? Share(Tensor targets, DType dtype) => null;

    /// <summary>Throws unless predictions and targets have one shape and one element type.</summary>
    private protected void RequireAlike(Tensor predictions, Tensor targets)
    {
        if (predictions.DType != targets.DType) ThrowTypes(predictions, targets);
        if (predictions.Shape != targets.Shape) ThrowShapes(predictions, targets);
    }

    /// <summary>
    /// The sum of losses over what they count for: 0 over 0 where that is nothing, whatever a loss adds beside its weights.
    /// </summary>
    private Tensor Mean(Tensor sum, Tensor losses, Tensor targets, Tensor? weights)
    {
        Tensor? counted = (Share(targets, losses.DType), weights) switch
        {
            ({ } share, { } given) => share * given,
            ({ } share, null) => share,
            (null, var given) => given,
        };
        if (counted is null) return sum / Tensor.Scalar(losses.Length, losses.DType);
        Tensor count = counted.Sum();
        return Tensor.Where(count.EqualTo(0), 0, sum) / count;
    }

    /// <summary>Weights of leading axes repeated along the others, as many as there are losses.</summary>
    private Tensor Spread(Tensor weights, Tensor losses)
    {
        if (weights.DType != losses.DType) ThrowWeightType(weights, losses);
        bool leading = weights.Rank <= losses.Rank && losses.Shape.Sizes[..weights.Rank].SequenceEqual(weights.Shape.Sizes);
        if (!leading) ThrowWeights(weights, losses);
        int[] sizes = new int[losses.Rank];
        Array.Fill(sizes, 1);
        weights.Shape.Sizes.CopyTo(sizes);
        return weights.Reshape(new Shape(sizes)).BroadcastTo(losses.Shape);
    }

    [DoesNotReturn]
    private void ThrowTypes(Tensor predictions, Tensor targets) => throw new DTypeException(
        $"{Name}: predictions are {predictions.DType.Name}, targets are {targets.DType.Name}; " +
        $"convert the targets with .To(DType.{predictions.DType})");

    [DoesNotReturn]
    private void ThrowShapes(Tensor predictions, Tensor targets) => throw new ShapeException(
        $"{Name}: predictions {predictions.Shape} and targets {targets.Shape} differ, and a loss does not broadcast; reshape the targets");

    [DoesNotReturn]
    private void ThrowWeightType(Tensor weights, Tensor losses) => throw new DTypeException(
        $"{Name}: weights are {weights.DType.Name}, predictions are {losses.DType.Name}; " +
        $"convert the weights with .To(DType.{losses.DType})");

    [DoesNotReturn]
    private void ThrowWeights(Tensor weights, Tensor losses) => throw new ShapeException(
        $"{Name}: weights {weights.Shape} do not fit losses {losses.Shape}: give one for each sample, or one for each loss");
}
