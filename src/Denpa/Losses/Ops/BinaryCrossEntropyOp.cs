using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The sigmoid and the binary cross-entropy in one, so that neither overflows and the derivative is their difference.</summary>
internal sealed record BinaryCrossEntropyOp : BinaryOp<BinaryCrossEntropyOp.BinaryCrossEntropyKernel>
{
    public static readonly BinaryCrossEntropyOp Instance = new();

    public override string Name => "binary cross-entropy";

    public override string Formula => "y = log(1 + eˣ) − t·x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (sigmoid(x) − t), ∂L/∂t = −∂L/∂y · x";

    protected internal override KeptOperands Keeps(int input) =>
        input == 0 ? KeptOperands.Input(0) | KeptOperands.Input(1) : KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? (link.Upstream * SigmoidErrorOp.Instance.Apply(link.Input(0), link.Input(1))).SumTo(link.InputShape(0))
        : -(link.Upstream * link.Input(0)).SumTo(link.InputShape(1));

    internal readonly struct BinaryCrossEntropyKernel : IBinaryKernel
    {
        // max(x, 0) − t·x as |x| times the wrong class's probability, so that a loss keeps its digits, and 0 · ∞ is kept from it.
        public TLanes Invoke<T, TLanes>(TLanes x, TLanes t)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes magnitude = TLanes.Abs(x);
            TLanes wrong = TLanes.Select(x > TLanes.Zero, TLanes.One - t, t);
            TLanes part = TLanes.Select(TLanes.Equal(wrong, TLanes.Zero), wrong, wrong * magnitude);
            return part + VectorMath<T, TLanes>.Softplus(-magnitude);
        }
    }
}
