using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The sine of every element.</summary>
internal sealed record SinOp : UnaryOp<SinOp.SinKernel>
{
    public static readonly SinOp Instance = new();

    public override string Name => "sin";

    public override string Formula => "y = sin x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · cos x";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream * link.Input(0).Cos();

    internal readonly struct SinKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Sin(x);
    }
}

public sealed partial class Tensor
{
    /// <summary>sin x for every element, an angle in radians; float32 or float64. NaN at ±∞.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Sin() => SinOp.Instance.Apply(this);
}
