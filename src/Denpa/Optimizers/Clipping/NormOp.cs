using Denpa.Kernels;

namespace Denpa;

/// <summary>The Euclidean norm of all elements, a float64 scalar whatever the elements' type. Where it is 0 its derivative is.</summary>
internal sealed record NormOp : Op
{
    public static readonly NormOp Instance = new();

    public override string Name => "norm";

    public override string Formula => "y = √Σ x²";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · x / y";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Input0 | Needs.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        if (!inputs[0].DType.IsFloatingPoint) DTypeException.ThrowNotFloating(Name, inputs[0].DType);
        return new TensorSpec(DType.Float64, []);
    }

    protected internal override void Forward(in Operands operands) => operands.Write<double>()[0] = operands[0].DType == DType.Float32
        ? EuclideanNorm.Of(operands.Read<float>(0))
        : EuclideanNorm.Of(operands.Read<double>(0));

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        const double almostNothing = 1e-150;
        return ScaleOp.Instance.Apply(link.Input(0), link.Upstream / link.Output.Maximum(almostNothing));
    }
}
