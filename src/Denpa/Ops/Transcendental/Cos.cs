using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The cosine of every element.</summary>
internal sealed record CosOp : UnaryOp<CosOp.CosKernel>
{
    public static readonly CosOp Instance = new();

    public override string Name => "cos";

    public override string Formula => "y = cos x";

    public override string DerivativeFormula => "∂L/∂x = −∂L/∂y · sin x";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => -link.Upstream * link.Input(0).Sin();

    internal readonly struct CosKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Cos(x);
    }
}

public sealed partial class Tensor
{
    /// <summary>cos x for every element, an angle in radians; float32 or float64. NaN at ±∞.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Cos() => CosOp.Instance.Apply(this);
}
