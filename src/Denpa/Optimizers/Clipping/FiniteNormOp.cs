using System.Globalization;

namespace Denpa;

/// <summary>
/// Lets the norm of all gradients through, the first input, when it is finite; else the second, each gradient's own norm, says whose
/// fault it is. It is an op, so that a replay looks as well.
/// </summary>
/// <param name="Leaves">Where each gradient belongs, null for an intermediate tensor's.</param>
internal sealed record FiniteNormOp(ValueList<Leaf?> Leaves) : SingleOutputOp
{
    public override string Name => "finite norm";

    public override string Formula => "y = x, which must be finite";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y";

    public override int Aliases => 0;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

    protected internal override void Forward(in Operands operands)
    {
        double norm = operands.Read<double>(0)[0];
        if (double.IsFinite(norm)) return;
        int blamed = 0;
        ReadOnlySpan<double> norms = operands.Read<double>(1);
        while (blamed < norms.Length && double.IsFinite(norms[blamed])) blamed++;
        string whose = blamed == norms.Length
            ? "of all gradients together"
            : $"of the gradient of {Leaves[blamed]?.Name ?? "an intermediate tensor"}";
        throw new NonFiniteException(
            string.Create(CultureInfo.InvariantCulture, $"clip by norm: the norm {whose} is {norm}, which no factor brings down; ") +
            "look where the loss or its derivative Leaves the finite numbers, or try a smaller learning rate");
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? link.Upstream
        : Tensor.Zeros(link.InputShape(1), DType.Float64);
}
