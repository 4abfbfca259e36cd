using Denpa.Kernels;

namespace Denpa;

/// <summary>The place of the largest element, the first of equals. Places have no derivative.</summary>
internal sealed record ArgMaxOp(Axes Axes, bool KeepDimensions) : NumericOp
{
    private readonly ReductionAxes along = new(Axes, KeepDimensions);

    public override string Name => "argmax";

    public override string Formula => "y = the first i with xᵢ = max x";

    public override string DerivativeFormula => "none: a place does not vary";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireNumbers(inputs[0]);
        along.RequireElements(inputs[0].Shape, Name);
        return new TensorSpec(DType.Int64, along.Output(inputs[0].Shape, Name));
    }

    private protected override DType ComputesIn(in Operands operands) => operands[0].DType;

    protected override void Forward<T>(in Operands operands)
    {
        using ArrangedElements<T> source = along.Arrange<T>(operands, Name);
        (int outer, int reduced, int inner) = source.Layout;
        Reduction.ArgMax(source.Elements, operands.Write<long>(), outer, reduced, inner);
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// Where the largest of all elements is, in row-major order, as an int64 scalar; the first of equals, NaN before any number.
    /// </summary>
    /// <exception cref="ShapeException">There are no elements.</exception>
    /// <exception cref="DTypeException">The elements are no numbers.</exception>
    public Tensor ArgMax() => new ArgMaxOp(default, KeepDimensions: false).Apply(this);

    /// <summary>The index of the largest element along an axis, int64; the first of equals, NaN before any number.</summary>
    /// <param name="axis">The axis; a negative one counts from the last.</param>
    /// <param name="keepDimensions">Whether the axis stays with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no elements.</exception>
    /// <exception cref="DTypeException">The elements are no numbers.</exception>
    public Tensor ArgMax(int axis, bool keepDimensions = false) => new ArgMaxOp(axis, keepDimensions).Apply(this);
}
