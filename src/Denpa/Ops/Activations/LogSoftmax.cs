using Denpa.Kernels;

namespace Denpa;

/// <summary>The logarithm of the softmax along an axis, computed without taking the logarithm of a small number.</summary>
internal sealed record LogSoftmaxOp(int Axis) : FloatingOp
{
    public override string Name => "log softmax";

    public override string Formula => "y = x − log Σ eˣ";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y − eʸ · Σ ∂L/∂y";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => RequireFloating(inputs[0]);

    protected override void Forward<T>(in Operands operands)
    {
        (int outer, int length, int inner) = AxisLayout.Of(operands[0].Shape, Axis);
        SoftmaxKernel.LogProbabilities(operands.Read<T>(0), operands.Write<T>(), outer, length, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        new LogSoftmaxGradientOp(Axis).Apply(link.Upstream, link.Output);
}

/// <summary>The log softmax's derivative from its output b, applied to a.</summary>
internal sealed record LogSoftmaxGradientOp(int Axis) : FloatingOp
{
    public override string Name => "log softmax gradient";

    public override string Formula => "y = a − eᵇ · Σ a";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y − Σ ∂L/∂y · eᵇ, ∂L/∂b = −∂L/∂y · eᵇ · Σ a";

    public override OperandSet MayOverwrite => OperandSet.All;

    protected internal override KeptOperands Keeps(int input) =>
        input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0], inputs[1]);
        if (inputs[0].Shape == inputs[1].Shape) return inputs[0];
        throw new ShapeException($"{Name}: {inputs[0].Shape} and {inputs[1].Shape} differ");
    }

    protected override void Forward<T>(in Operands operands)
    {
        (int outer, int length, int inner) = AxisLayout.Of(operands[0].Shape, Axis);
        SoftmaxGradient.OfLogProbabilities(operands.Read<T>(0), operands.Read<T>(1), operands.Write<T>(), outer, length, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor weighted = link.Upstream * link.Input(1).Exp();
        return input == 0
            ? link.Upstream - weighted.Sum(Axis, keepDimensions: true)
            : -(weighted * link.Input(0).Sum(Axis, keepDimensions: true));
    }
}

public sealed partial class Tensor
{
    /// <summary>log(eˣ / Σ eˣ) along an axis, exact where the softmax itself rounds to 0; float32 or float64.</summary>
    /// <param name="axis">The axis whose probabilities sum to 1; a negative one counts from the last.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor LogSoftmax(int axis = -1) => new LogSoftmaxOp(Shape.Axis(axis, "log softmax")).Apply(this);
}
