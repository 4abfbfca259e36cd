using Denpa.Kernels;

namespace Denpa;

/// <summary>The Euclidean norm of all elements, a float64 scalar whatever the elements' type. Where it is 0 its derivative is.</summary>
internal sealed record NormOp : FloatingOp
{
    public static readonly NormOp Instance = new();

    public override string Name => "norm";

    public override string Formula => "y = √Σ x²";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · x / y";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0]);
        return new TensorSpec(DType.Float64, []);
    }

    private protected override DType ComputesIn(in Operands operands) => operands[0].DType;

    protected override void Forward<T>(in Operands operands) => operands.Write<double>()[0] = EuclideanNorm.Of(operands.Read<T>(0));

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        const double almostNothing = 1e-150;
        return ScaleOp.Instance.Apply(link.Input(0), link.Upstream / link.Output.Maximum(almostNothing));
    }
}
