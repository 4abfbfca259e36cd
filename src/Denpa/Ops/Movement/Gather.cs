using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// Slices of an axis picked by their indices, in the order of the indices and as often as they are named. The derivative adds
/// each slice's gradients.
/// </summary>
internal sealed record GatherOp(int Axis) : MovementOp
{
    public override string Name => "gather";

    public override string Formula => $"yᵢ = x[indexᵢ] along axis {Axis}";

    public override string DerivativeFormula => "∂L/∂x[j] = Σ ∂L/∂yᵢ over all i with indexᵢ = j";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(1);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        (Shape shape, TensorSpec indices) = (inputs[0].Shape, inputs[1]);
        if (indices.DType != DType.Int64) DTypeException.ThrowNotIndices(Name, indices.DType);
        return inputs[0] with { Shape = new Shape([.. shape.Sizes[..Axis], .. indices.Shape.Sizes, .. shape.Sizes[(Axis + 1)..]]) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        AxisLayout layout = AxisLayout.Of(operands[0].Shape, Axis);
        Gather.Rows(operands.Read<T>(0), layout.Outer, layout.Length, layout.Inner, operands.Read<long>(1), operands.Write<T>());
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        link.Upstream.ScatterAdd(link.Input(1), link.InputShape(0)[Axis], Axis);
}

public sealed partial class Tensor
{
    /// <summary>
    /// Slices of an axis picked by index: from [4, 3] along axis 0, indices [2] give [2, 3], and indices [5, 6] give [5, 6, 3].
    /// </summary>
    /// <param name="indices">Places on the axis, int64, of any shape; it takes the axis's place in the result.</param>
    /// <param name="axis">The axis; a negative one counts from the last.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    /// <exception cref="DTypeException">The indices are not int64.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the axis.</exception>
    public Tensor Gather(Tensor indices, int axis = 0) => new GatherOp(Shape.Axis(axis, "gather")).Apply(this, indices);
}
