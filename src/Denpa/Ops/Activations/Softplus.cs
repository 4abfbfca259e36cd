using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>A smooth form of ReLU, whose derivative is the sigmoid.</summary>
internal sealed record SoftplusOp : UnaryOp<SoftplusOp.SoftplusKernel>
{
    public static readonly SoftplusOp Instance = new();

    public override string Name => "softplus";

    public override string Formula => "y = ln(1 + eˣ)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · σ(x)";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        SoftplusGradientOp.Instance.Apply(link.Upstream, link.Input(0));

    internal readonly struct SoftplusKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Softplus(x);
    }
}

/// <summary>The softplus function's derivative at b, times a.</summary>
internal sealed record SoftplusGradientOp : BinaryOp<SoftplusGradientOp.SoftplusGradientKernel>
{
    public static readonly SoftplusGradientOp Instance = new();

    public override string Name => "softplus gradient";

    public override string Formula => "y = a · σ(b)";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · σ(b), ∂L/∂b = ∂L/∂y · a · σ(b) · (1 − σ(b))";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    // σ(−b) instead of 1 − σ(b), which is 0 where it should only be small.
    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Apply(link.Upstream, link.Input(1))
        : Apply(link.Upstream * link.Input(0), link.Input(1)) * (-link.Input(1)).Sigmoid();

    internal readonly struct SoftplusGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.Sigmoid(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>ln(1 + eˣ) for every element, without overflow; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Softplus() => SoftplusOp.Instance.Apply(this);
}
