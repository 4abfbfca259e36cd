using Denpa.Kernels;

namespace Denpa;

/// <summary>Slices added up at their indices along an axis, on zeros: the adjoint of gathering, which is its derivative.</summary>
internal sealed record ScatterAddOp(int Axis, int Size) : NumericOp
{
    public override string Name => "scatter add";

    public override string Formula => $"y[j] = Σ xᵢ over all i with indexᵢ = j, along axis {Axis}";

    public override string DerivativeFormula => "∂L/∂xᵢ = ∂L/∂y[indexᵢ]";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(1);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        (Shape shape, TensorSpec indices) = (inputs[0].Shape, inputs[1]);
        RequireNumbers(inputs[0]);
        if (indices.DType != DType.Int64) DTypeException.ThrowNotIndices(Name, indices.DType);
        int end = Axis + indices.Shape.Rank;
        if (end > shape.Rank || new Shape(shape.Sizes[Axis..end]) != indices.Shape)
        {
            throw new ShapeException($"scatter add: indices {indices.Shape} do not lie along {shape} from axis {Axis} on");
        }

        return inputs[0] with { Shape = new Shape([.. shape.Sizes[..Axis], Size, .. shape.Sizes[end..]]) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        AxisLayout layout = AxisLayout.Of(operands.Output.Shape, Axis);
        ScatterAdd.Rows(operands.Read<T>(0), layout.Outer, layout.Length, layout.Inner, operands.Read<long>(1), operands.Write<T>());
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.Gather(link.Input(1), Axis);
}

public sealed partial class Tensor
{
    /// <summary>
    /// Zeros with this tensor's slices added at their indices, in ascending order: [2, 3] with indices [2] and size 4 along axis 0
    /// gives [4, 3]. As int64 for uint8 and bool.
    /// </summary>
    /// <param name="indices">Where each slice goes, int64; its shape stands in this tensor's shape from the axis on.</param>
    /// <param name="size">The size of the axis that the slices are added along.</param>
    /// <param name="axis">The axis, from 0.</param>
    /// <exception cref="ShapeException">
    /// There is no such axis, the size is negative, or the indices' shape does not stand there.
    /// </exception>
    /// <exception cref="DTypeException">The indices are not int64.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the axis.</exception>
    public Tensor ScatterAdd(Tensor indices, int size, int axis = 0)
    {
        if (size < 0) throw new ShapeException($"scatter add: an axis cannot have the size {size}");
        ScatterAddOp op = new(axis >= 0 && axis <= Rank - indices.Rank ? axis : Shape.Axis(axis, "scatter add"), size);
        return op.Apply(To(SumOp.TypeOfSums(DType)), indices);
    }
}
