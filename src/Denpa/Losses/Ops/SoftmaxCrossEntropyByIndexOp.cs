using Denpa.Kernels;

namespace Denpa;

/// <summary>The softmax and the cross-entropy with class indices in one: −log softmax of the target, finite at any finite logits.</summary>
internal sealed record SoftmaxCrossEntropyByIndexOp : FloatingOp
{
    public static readonly SoftmaxCrossEntropyByIndexOp Instance = new();

    public override string Name => "softmax cross-entropy by index";

    public override string Formula => "yᵢ = −log softmax(xᵢ)[tᵢ]";

    public override string DerivativeFormula => "∂L/∂xᵢ = ∂L/∂yᵢ · (softmax(xᵢ) − one-hot(tᵢ))";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => RequireFloating(inputs[0]) with
    {
        Shape = ClassIndexCheck.RequireRows(inputs[0], inputs[1], SoftmaxCrossEntropy.LossName),
    };

    protected override void Forward<T>(in Operands operands)
    {
        int classes = operands[0].Shape[-1];
        ReadOnlySpan<long> targets = operands.Read<long>(1);
        ClassIndexCheck.Require(targets, classes, SoftmaxCrossEntropy.LossName);
        CrossEntropyRows.Losses(operands.Read<T>(0), targets, operands.Write<T>(), classes);
    }

    protected internal override Tensor? Derivative(int input, in DerivativeLink link)
    {
        if (input != 0) return base.Derivative(input, link);
        Tensor logits = link.Input(0);
        Tensor error = logits.Softmax() - link.Input(1).OneHot(logits.Shape[-1], logits.DType);
        return error * link.Upstream.Unsqueeze(-1);
    }
}
