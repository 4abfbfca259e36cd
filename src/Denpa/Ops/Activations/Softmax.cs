using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The softmax along an axis: positive numbers that sum to 1. Each line is shifted by its largest element, which changes nothing
/// and keeps exponentials from overflowing.
/// </summary>
internal sealed class SoftmaxOp(int axis) : FloatingOp
{
    public override string Name => "softmax";

    public override string Formula => "y = eˣ / Σ eˣ";

    public override string DerivativeFormula => "∂L/∂x = y · (∂L/∂y − Σ ∂L/∂y · y)";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0].DType);
        return inputs[0];
    }

    protected override void Forward<T>(in Operands operands)
    {
        (int outer, int length, int inner) = AxisLayout.Of(operands[0].Shape, axis);
        SoftmaxKernel.Probabilities(operands.Read<T>(0), operands.Write<T>(), outer, length, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor weighted = link.Upstream * link.Output;
        return weighted - (link.Output * weighted.Sum(axis, keepDimensions: true));
    }
}

/// <summary>The softmax.</summary>
public static class SoftmaxExtensions
{
    extension(Tensor x)
    {
        /// <summary>eˣ / Σ eˣ along an axis: probabilities from scores of any size; float32 or float64.</summary>
        /// <param name="axis">The axis that sums to 1; a negative one counts from the last.</param>
        /// <exception cref="ShapeException">There is no such axis.</exception>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor Softmax(int axis = -1) => new SoftmaxOp(x.Shape.Axis(axis, "softmax")).Apply(x);
    }
}
