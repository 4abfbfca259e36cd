using Denpa.Kernels;

namespace Denpa;

/// <summary>The logarithm of the softmax along an axis, computed without taking the logarithm of a small number.</summary>
internal sealed class LogSoftmaxOp(int axis) : FloatingOp
{
    public override string Name => "log softmax";

    public override string Formula => "y = x − log Σ eˣ";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y − eʸ · Σ ∂L/∂y";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0].DType);
        return inputs[0];
    }

    protected override void Forward<T>(in Operands operands)
    {
        (int outer, int length, int inner) = AxisLayout.Of(operands[0].Shape, axis);
        SoftmaxKernel.LogProbabilities(operands.Read<T>(0), operands.Write<T>(), outer, length, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        link.Upstream - (link.Output.Exp() * link.Upstream.Sum(axis, keepDimensions: true));
}

/// <summary>The logarithm of the softmax.</summary>
public static class LogSoftmaxExtensions
{
    extension(Tensor x)
    {
        /// <summary>log(eˣ / Σ eˣ) along an axis, exact where the softmax itself rounds to 0; float32 or float64.</summary>
        /// <param name="axis">The axis whose probabilities sum to 1; a negative one counts from the last.</param>
        /// <exception cref="ShapeException">There is no such axis.</exception>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor LogSoftmax(int axis = -1) => new LogSoftmaxOp(x.Shape.Axis(axis, "log softmax")).Apply(x);
    }
}
