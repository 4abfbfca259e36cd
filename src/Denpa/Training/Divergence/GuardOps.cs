using System.Numerics;
using System.Numerics.Tensors;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// Lets a loss through that training can go on from. It is an op, so that a replayed step is guarded where an eager one is: after
/// the loss is computed and before anything is updated.
/// </summary>
internal sealed record LossGuardOp(GrowthGuard Growth) : FloatingOp
{
    /// <summary>The loss that was seen last.</summary>
    public double Loss { get; private set; }

    public override string Name => "loss guard";

    public override string Formula => "y = x, which must be finite";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y";

    public override int Aliases => 0;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

    protected override void Forward<T>(in Operands operands)
    {
        Loss = double.CreateTruncating(operands.Read<T>(0)[0]);
        if (!double.IsFinite(Loss)) throw new RunawayException(exploded: false);
        if (!Growth.Accepts(Loss)) throw new RunawayException(exploded: true);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream;
}

/// <summary>Lets a gradient through that is finite.</summary>
internal sealed record GradientGuardOp : FloatingOp, ITileOp
{
    public static readonly GradientGuardOp Instance = new();

    public override string Name => "gradient guard";

    public override string Formula => "y = x, which must be finite";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y";

    public override int Aliases => 0;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0];

    public TileStep<T> AsTileStep<T>(int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new FiniteStep<T>();

    protected override void Forward<T>(in Operands operands)
    {
        ReadOnlySpan<T> gradient = operands.Read<T>(0);
        if (!gradient.IsEmpty && !TensorPrimitives.IsFiniteAll(gradient)) throw new RunawayException(exploded: false);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream;
}
