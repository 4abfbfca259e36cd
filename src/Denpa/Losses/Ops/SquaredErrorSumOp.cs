using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>The squared error of everything as one number: the sum of (p − t)², scaled; by 1/n for the mean.</summary>
internal sealed record SquaredErrorSumOp(double Scale) : FloatingOp
{
    public override string Name => "squared error";

    public override string Formula => Invariant($"y = {Scale} Σ (p − t)²");

    public override string DerivativeFormula => Invariant($"∂L/∂p = ∂L/∂y · {2 * Scale} (p − t), ∂L/∂t = −∂L/∂p");

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0], inputs[1]);
        if (inputs[0].Shape != inputs[1].Shape) throw new ShapeException($"{Name}: {inputs[0].Shape} and {inputs[1].Shape} differ");
        return inputs[0] with { Shape = [] };
    }

    protected override void Forward<T>(in Operands operands) =>
        operands.Write<T>()[0] = T.CreateTruncating(Scale * SquaredDistance.Sum(operands.Read<T>(0), operands.Read<T>(1)));

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? new ScaledErrorOp(2 * Scale).Apply(link.Upstream, link.Input(0), link.Input(1))
        : new ScaledErrorOp(2 * Scale).Apply(link.Upstream, link.Input(1), link.Input(0));
}
