using Denpa.Kernels;

namespace Denpa;

/// <summary>The sum along axes. The derivative gives every summand the gradient of its sum.</summary>
internal sealed class SumOp(Axes axes, bool keepDimensions) : NumericOp
{
    private readonly ReductionAxes along = new(axes, keepDimensions);

    public override string Name => "sum";

    public override string Formula => "y = Σ x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y, for each summand";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireNumbers(inputs[0].DType);
        return inputs[0] with { Shape = along.Output(inputs[0].Shape, Name) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        using ArrangedElements<T> source = along.Arrange<T>(operands, Name);
        (int outer, int reduced, int inner) = source.Layout;
        Reduction.Sum(source.Elements, operands.Write<T>(), outer, reduced, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Shape shape = link.InputShape(0);
        return link.Upstream.Reshape(along.Kept(shape, Name)).BroadcastTo(shape);
    }
}

/// <summary>Summing.</summary>
public static class SumExtensions
{
    extension(Tensor x)
    {
        /// <summary>The sum along axes, all of them when left out. No elements sum to 0.</summary>
        /// <param name="axes">The axes to sum along.</param>
        /// <param name="keepDimensions">Whether the summed axes stay with size 1.</param>
        /// <exception cref="ShapeException">There is no such axis.</exception>
        /// <exception cref="DTypeException">The elements are no numbers.</exception>
        public Tensor Sum(Axes axes = default, bool keepDimensions = false) => new SumOp(axes, keepDimensions).Apply(x);

        /// <summary>The sum over all that broadcasting from this shape to the tensor's own repeats: the adjoint of broadcasting.</summary>
        /// <exception cref="ShapeException">The shape does not broadcast to x's shape.</exception>
        public Tensor SumTo(Shape shape)
        {
            if (shape == x.Shape) return x;
            if (Shape.Broadcast(shape, x.Shape, "sum to") != x.Shape)
            {
                throw new ShapeException($"sum to: {shape} does not broadcast to {x.Shape}");
            }

            int added = x.Rank - shape.Rank;
            List<int> repeated = [];
            for (int axis = 0; axis < x.Rank; axis++)
            {
                if (axis < added || (shape[axis - added] == 1 && x.Shape[axis] != 1)) repeated.Add(axis);
            }

            return x.Sum([.. repeated]).Reshape(shape);
        }
    }
}
