using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The error σ(x) − t of probabilities: the binary cross-entropy's derivative.</summary>
internal sealed record SigmoidErrorOp : BinaryOp<SigmoidErrorOp.SigmoidErrorKernel>
{
    public static readonly SigmoidErrorOp Instance = new();

    public override string Name => "sigmoid error";

    public override string Formula => "y = σ(x) − t";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · σ(x) · σ(−x), ∂L/∂t = −∂L/∂y";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(0) : KeptOperands.Nothing;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? (link.Upstream * (link.Input(0).Sigmoid() * (-link.Input(0)).Sigmoid())).SumTo(link.InputShape(0))
        : -link.Upstream.SumTo(link.InputShape(1));

    internal readonly struct SigmoidErrorKernel : IBinaryKernel
    {
        // (1 − t) − σ(−x) above 0, where σ(x) − 1 would lose what little is left.
        public TLanes Invoke<T, TLanes>(TLanes x, TLanes t)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes lesser = VectorMath<T, TLanes>.Sigmoid(-TLanes.Abs(x));
            return TLanes.Select(x > TLanes.Zero, TLanes.One - t - lesser, lesser - t);
        }
    }
}
