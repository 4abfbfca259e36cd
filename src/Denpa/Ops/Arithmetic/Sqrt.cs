using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The square root of every element.</summary>
internal sealed record SqrtOp : UnaryOp<SqrtOp.SqrtKernel>
{
    public static readonly SqrtOp Instance = new();

    public override string Name => "sqrt";

    public override string Formula => "y = √x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y / 2y";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream / (link.Output * 2);

    internal readonly struct SqrtKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Sqrt(x);
    }
}

public sealed partial class Tensor
{
    /// <summary>√x for every element; float32 or float64. NaN below 0; at 0 the derivative is infinite.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Sqrt() => SqrtOp.Instance.Apply(this);
}
