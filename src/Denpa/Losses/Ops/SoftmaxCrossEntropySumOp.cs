using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>
/// The cross-entropy of all rows as one number: the sum of −log softmax of each row's class, scaled; by 1/n for the mean.
/// </summary>
internal sealed record SoftmaxCrossEntropySumOp(double Scale) : FloatingOp
{
    public override string Name => "softmax cross-entropy sum";

    public override string Formula => Invariant($"y = −{Scale} Σᵢ log softmax(xᵢ)[tᵢ]");

    public override string DerivativeFormula => Invariant($"∂L/∂xᵢ = ∂L/∂y · {Scale} (softmax(xᵢ) − one-hot(tᵢ))");

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0]);
        ClassIndexCheck.RequireRows(inputs[0], inputs[1], SoftmaxCrossEntropy.LossName);
        return inputs[0] with { Shape = [] };
    }

    protected override void Forward<T>(in Operands operands)
    {
        int classes = operands[0].Shape[-1];
        ReadOnlySpan<long> targets = operands.Read<long>(1);
        ClassIndexCheck.Require(targets, classes, SoftmaxCrossEntropy.LossName);
        operands.Write<T>()[0] = T.CreateTruncating(Scale * CrossEntropyRows.Sum(operands.Read<T>(0), targets, classes));
    }

    protected internal override Tensor? Derivative(int input, in DerivativeLink link) => input == 0
        ? new SoftmaxErrorOp(Scale).Apply(link.Upstream, link.Input(0), link.Input(1))
        : base.Derivative(input, link);
}
