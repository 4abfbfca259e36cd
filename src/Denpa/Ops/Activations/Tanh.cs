using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The hyperbolic tangent, which takes any number into (−1, 1).</summary>
internal sealed record TanhOp : UnaryOp<TanhOp.TanhKernel>
{
    public static readonly TanhOp Instance = new();

    public override string Name => "tanh";

    public override string Formula => "y = tanh x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (1 − y²)";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        TanhGradientOp.Instance.Apply(link.Upstream, link.Output);

    internal readonly struct TanhKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Tanh(x);
    }
}

/// <summary>The hyperbolic tangent's derivative from its output b, times a.</summary>
internal sealed record TanhGradientOp : BinaryOp<TanhGradientOp.TanhGradientKernel>
{
    public static readonly TanhGradientOp Instance = new();

    public override string Name => "tanh gradient";

    public override string Formula => "y = a · (1 − b²)";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · (1 − b²), ∂L/∂b = −2 ∂L/∂y · a · b";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Apply(link.Upstream, link.Input(1))
        : -2 * link.Upstream * link.Input(0) * link.Input(1);

    internal readonly struct TanhGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * (TLanes.One - (b * b));
    }
}

public sealed partial class Tensor
{
    /// <summary>tanh x for every element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Tanh() => TanhOp.Instance.Apply(this);
}
