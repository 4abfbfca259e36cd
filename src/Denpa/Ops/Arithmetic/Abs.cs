using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The absolute value of every element. At 0 its derivative is 0 by convention.</summary>
internal sealed record AbsOp : UnaryNumericOp<AbsOp.AbsKernel>
{
    public static readonly AbsOp Instance = new();

    public override string Name => "abs";

    public override string Formula => "y = |x|";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · sign x";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream * link.Input(0).Sign();

    internal readonly struct AbsKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Abs(x);
    }
}

public sealed partial class Tensor
{
    /// <summary>|x| for every element. Numbers of any element type. |·|′(0) = 0.</summary>
    /// <exception cref="DTypeException">The elements are no numbers.</exception>
    public Tensor Abs() => AbsOp.Instance.Apply(this);
}
