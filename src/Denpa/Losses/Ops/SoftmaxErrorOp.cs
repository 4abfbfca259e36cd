using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>
/// The error softmax(x) − one-hot(t) of each row times a number g, which is the gradient of a loss: the cross-entropy's derivative.
/// </summary>
internal sealed record SoftmaxErrorOp(double Scale) : FloatingOp
{
    public override string Name => "softmax error";

    public override string Formula => Invariant($"yᵢ = {Scale} g (softmax(xᵢ) − one-hot(tᵢ))");

    public override string DerivativeFormula => Invariant(
        $"∂L/∂g = {Scale} Σ ∂L/∂y · (softmax(x) − one-hot(t)), ∂L/∂xᵢ = {Scale} g sᵢ (∂L/∂yᵢ − Σⱼ sᵢⱼ ∂L/∂yᵢⱼ), sᵢ = softmax(xᵢ)");

    // The kernel reads all of a few rows before it writes them.
    public override OperandSet MayOverwrite => [1];

    protected internal override KeptOperands Keeps(int input) => input switch
    {
        0 => KeptOperands.Input(1) | KeptOperands.Input(2),
        1 => KeptOperands.Input(0) | KeptOperands.Input(1),
        _ => KeptOperands.Nothing,
    };

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[1];

    protected override void Forward<T>(in Operands operands)
    {
        int classes = operands[1].Shape[-1];
        ReadOnlySpan<long> targets = operands.Read<long>(2);
        ClassIndexCheck.Require(targets, classes, Name);
        T factor = operands.Read<T>(0)[0] * T.CreateTruncating(Scale);
        CrossEntropyRows.Error(operands.Read<T>(1), targets, operands.Write<T>(), classes, factor);
    }

    protected internal override Tensor? Derivative(int input, in DerivativeLink link)
    {
        if (input == 2) return base.Derivative(input, link);
        Tensor softmax = link.Input(1).Softmax();
        if (input == 0)
        {
            Tensor error = softmax - link.Input(2).OneHot(softmax.Shape[-1], softmax.DType);
            return (link.Upstream * error).Sum() * Scale;
        }

        Tensor weighted = link.Upstream * softmax;
        return (weighted - (softmax * weighted.Sum(-1, keepDimensions: true))) * (link.Input(0) * Scale);
    }
}
