using System.Numerics.Tensors;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The mean along axes. The derivative gives every element its share of the gradient.</summary>
internal sealed record MeanOp(Axes Axes, bool KeepDimensions) : FloatingOp
{
    private readonly ReductionAxes along = new(Axes, KeepDimensions);

    public override string Name => "mean";

    public override string Formula => "y = Σ x / n";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y / n, for each of the n elements";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0]);
        along.RequireElements(inputs[0].Shape, Name);
        return inputs[0] with { Shape = along.Output(inputs[0].Shape, Name) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        using ArrangedElements<T> source = along.Arrange<T>(operands, Name);
        (int outer, int reduced, int inner) = source.Layout;
        Span<T> means = operands.Write<T>();
        Reduction.Sum(source.Elements, means, outer, reduced, inner);
        TensorPrimitives.Divide(means, T.CreateChecked(reduced), means);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Shape shape = link.InputShape(0);
        Tensor share = link.Upstream / along.Count(shape, Name);
        return share.Reshape(along.Kept(shape, Name)).BroadcastTo(shape);
    }
}

public sealed partial class Tensor
{
    /// <summary>The mean along axes, all of them when left out; float32 or float64.</summary>
    /// <param name="axes">The axes to average along.</param>
    /// <param name="keepDimensions">Whether those axes stay with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Mean(Axes axes = default, bool keepDimensions = false) => new MeanOp(axes, keepDimensions).Apply(this);
}
