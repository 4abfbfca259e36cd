using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The hyperbolic tangent, which takes any number into (−1, 1).</summary>
internal sealed class TanhOp : UnaryOp<TanhOp.TanhKernel>
{
    public static readonly TanhOp Instance = new();

    public override string Name => "tanh";

    public override string Formula => "y = tanh x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (1 − y²)";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Output;

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
internal sealed class TanhGradientOp : BinaryOp<TanhGradientOp.TanhGradientKernel>
{
    public static readonly TanhGradientOp Instance = new();

    public override string Name => "tanh gradient";

    public override string Formula => "y = a · (1 − b²)";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · (1 − b²), ∂L/∂b = −2 ∂L/∂y · a · b";

    protected internal override Needs DerivativeNeeds(int input) => input == 0 ? Needs.Input1 : Needs.Input0 | Needs.Input1;

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

/// <summary>The hyperbolic tangent.</summary>
public static class TanhExtensions
{
    extension(Tensor x)
    {
        /// <summary>tanh x for every element; float32 or float64.</summary>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor Tanh() => TanhOp.Instance.Apply(x);
    }
}
