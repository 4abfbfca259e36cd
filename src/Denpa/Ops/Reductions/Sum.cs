using System.Runtime.InteropServices;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The sum along axes. The derivative gives every summand the gradient of its sum.</summary>
internal sealed record SumOp(Axes Axes, bool KeepDimensions) : NumericOp
{
    private readonly ReductionAxes along = new(Axes, KeepDimensions);

    public override string Name => "sum";

    public override string Formula => "y = Σ x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y, for each summand";

    /// <summary>The element type of sums: small whole numbers and truth values are counted as int64, others stay what they are.</summary>
    public static DType TypeOfSums(DType dtype) => dtype is DType.UInt8 or DType.Bool ? DType.Int64 : dtype;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        new(TypeOfSums(inputs[0].DType), along.Output(inputs[0].Shape, Name));

    private protected override DType ComputesIn(in Operands operands) => operands[0].DType;

    protected override void Forward<T>(in Operands operands)
    {
        using ArrangedElements<T> source = along.Arrange<T>(operands, Name);
        (int outer, int reduced, int inner) = source.Layout;
        if (typeof(T) == typeof(byte))
            Reduction.SumOfBytes(MemoryMarshal.AsBytes(source.Elements), operands.Write<long>(), outer, reduced, inner);
        else
            Reduction.Sum(source.Elements, operands.Write<T>(), outer, reduced, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Shape shape = link.InputShape(0);
        return link.Upstream.Reshape(along.Kept(shape, Name)).BroadcastTo(shape);
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// The sum along axes, all of them when left out; of uint8 and of bool, where it is the number of true ones, as int64. No elements
    /// sum to 0. Sums of int64 wrap around.
    /// </summary>
    /// <param name="axes">The axes to sum along.</param>
    /// <param name="keepDimensions">Whether the summed axes stay with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public Tensor Sum(Axes axes = default, bool keepDimensions = false) => new SumOp(axes, keepDimensions).Apply(this);

    /// <summary>
    /// The sum over all that broadcasting from this shape to the tensor's own repeats: the adjoint of broadcasting. As int64 for uint8
    /// and bool, also where nothing is repeated.
    /// </summary>
    /// <exception cref="ShapeException">The shape does not broadcast to x's shape.</exception>
    public Tensor SumTo(Shape shape)
    {
        if (shape == Shape) return To(SumOp.TypeOfSums(DType));
        if (Shape.Broadcast(shape, Shape, "sum to") != Shape)
        {
            throw new ShapeException($"sum to: {shape} does not broadcast to {Shape}");
        }

        int added = Rank - shape.Rank;
        List<int> repeated = [];
        for (int axis = 0; axis < Rank; axis++)
        {
            if (axis < added || (shape[axis - added] == 1 && Shape[axis] != 1)) repeated.Add(axis);
        }

        return Sum([.. repeated]).Reshape(shape);
    }
}
