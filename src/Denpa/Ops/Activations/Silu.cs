using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The sigmoid linear unit, also called swish (Elfwing et al. 2017, Ramachandran et al. 2017).</summary>
internal sealed record SiluOp : UnaryOp<SiluOp.SiluKernel>
{
    public static readonly SiluOp Instance = new();

    public override string Name => "silu";

    public override string Formula => "y = x · σ(x)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · σ(x) · (1 + x · (1 − σ(x)))";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        SiluGradientOp.Instance.Apply(link.Upstream, link.Input(0));

    internal readonly struct SiluKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Silu(x);
    }
}

/// <summary>The sigmoid linear unit's derivative at b, times a.</summary>
internal sealed record SiluGradientOp : BinaryOp<SiluGradientOp.SiluGradientKernel>
{
    public static readonly SiluGradientOp Instance = new();

    // Beyond it the sigmoid's own derivative is 0, which an infinity must not meet.
    private const double Edge = 1000;

    public override string Name => "silu gradient";

    public override string Formula => "y = a · σ(b) · (1 + b · (1 − σ(b)))";

    public override string DerivativeFormula =>
        "∂L/∂a = ∂L/∂y · σ · (1 + b · (1 − σ)), ∂L/∂b = ∂L/∂y · a · σ · (1 − σ) · (2 + b · (1 − 2σ)), σ = σ(b)";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor b = link.Input(1);
        if (input == 0) return Apply(link.Upstream, b);
        (Tensor open, Tensor closed) = (b.Sigmoid(), (-b).Sigmoid());
        return link.Upstream * link.Input(0) * open * closed * (2 + (b.Clamp(-Edge, Edge) * (closed - open)));
    }

    internal readonly struct SiluGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.SiluDerivative(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>x · σ(x) for every element, σ being the sigmoid; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Silu() => SiluOp.Instance.Apply(this);
}
