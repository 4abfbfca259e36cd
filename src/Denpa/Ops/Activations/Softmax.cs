using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The softmax along an axis: positive numbers that sum to 1. Each line is shifted by its largest element, which changes nothing
/// and keeps exponentials from overflowing.
/// </summary>
internal sealed record SoftmaxOp(int Axis) : FloatingOp
{
    public override string Name => "softmax";

    public override string Formula => "y = eˣ / Σ eˣ";

    public override string DerivativeFormula => "∂L/∂x = y · (∂L/∂y − Σ ∂L/∂y · y)";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => RequireFloating(inputs[0]);

    protected override void Forward<T>(in Operands operands)
    {
        (int outer, int length, int inner) = AxisLayout.Of(operands[0].Shape, Axis);
        SoftmaxKernel.Probabilities(operands.Read<T>(0), operands.Write<T>(), outer, length, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        new SoftmaxGradientOp(Axis).Apply(link.Upstream, link.Output);
}

/// <summary>The softmax's derivative from its output b, applied to a.</summary>
internal sealed record SoftmaxGradientOp(int Axis) : FloatingOp
{
    public override string Name => "softmax gradient";

    public override string Formula => "y = b · (a − Σ a · b)";

    public override string DerivativeFormula => "∂L/∂a = b · (∂L/∂y − Σ ∂L/∂y · b), ∂L/∂b = ∂L/∂y · (a − Σ a · b) − a · Σ ∂L/∂y · b";

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
        SoftmaxGradient.OfProbabilities(operands.Read<T>(0), operands.Read<T>(1), operands.Write<T>(), outer, length, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor b = link.Input(1);
        if (input == 0) return Apply(link.Upstream, b);
        Tensor a = link.Input(0);
        Tensor mean = (a * b).Sum(Axis, keepDimensions: true);
        return (link.Upstream * (a - mean)) - (a * (link.Upstream * b).Sum(Axis, keepDimensions: true));
    }
}

public sealed partial class Tensor
{
    /// <summary>eˣ / Σ eˣ along an axis: probabilities from scores of any size; float32 or float64.</summary>
    /// <param name="axis">The axis that sums to 1; a negative one counts from the last.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Softmax(int axis = -1) => new SoftmaxOp(Shape.Axis(axis, "softmax")).Apply(this);
}
