using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The rectified linear unit. At 0 its derivative is 0 by convention. NaN stays NaN.</summary>
internal sealed record ReluOp : UnaryOp<ReluOp.ReluKernel>
{
    public static readonly ReluOp Instance = new();

    public override string Name => "relu";

    public override string Formula => "y = max(x, 0)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · [y > 0]";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.Gate(link.Output);

    internal readonly struct ReluKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Select(x < TLanes.Zero, TLanes.Zero, x);
    }
}

public sealed partial class Tensor
{
    /// <summary>max(x, 0) for every element; float32 or float64. relu′(0) = 0.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Relu() => ReluOp.Instance.Apply(this);
}
