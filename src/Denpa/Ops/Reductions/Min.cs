using Denpa.Kernels;

namespace Denpa;

/// <summary>The smallest element along axes.</summary>
internal sealed record MinOp(Axes Axes, bool KeepDimensions) : ExtremeOp(Axes, KeepDimensions)
{
    public override string Name => "min";

    public override string Formula => "y = min x";

    protected override void Reduce<T>(ReadOnlySpan<T> source, Span<T> destination, AxisLayout layout) =>
        Reduction.Min(source, destination, layout.Outer, layout.Length, layout.Inner);
}

public sealed partial class Tensor
{
    /// <summary>
    /// The smallest element along axes, all of them when left out; NaN where there is one. Ties share the gradient evenly.
    /// </summary>
    /// <param name="axes">The axes to look along.</param>
    /// <param name="keepDimensions">Whether those axes stay with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    /// <exception cref="DTypeException">The elements are no numbers.</exception>
    public Tensor Min(Axes axes = default, bool keepDimensions = false) => new MinOp(axes, keepDimensions).Apply(this);
}
