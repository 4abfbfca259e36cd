using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The exponential function of every element.</summary>
internal sealed record ExpOp : UnaryOp<ExpOp.ExpKernel>
{
    public static readonly ExpOp Instance = new();

    public override string Name => "exp";

    public override string Formula => "y = eˣ";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · y";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream * link.Output;

    internal readonly struct ExpKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Exp(x);
    }
}

public sealed partial class Tensor
{
    /// <summary>eˣ for every element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Exp() => ExpOp.Instance.Apply(this);
}
