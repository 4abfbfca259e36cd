using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The sigmoid linear unit, also called swish (Elfwing et al. 2017, Ramachandran et al. 2017).</summary>
internal sealed record SiluOp : SlopedOp<SiluOp.SiluKernel, SiluOp.SiluGradientKernel>
{
    public static readonly SiluOp Instance = new();

    // Beyond it the sigmoid's own derivative is 0, which an infinity must not meet.
    private const double Edge = 1000;

    public override string Name => "silu";

    public override string Formula => "y = x · σ(x)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · σ(x) · (1 + x · (1 − σ(x)))";

    protected internal override SlopeFormulas SlopeFormulas => new("σ · (1 + b · (1 − σ))", "σ · (1 − σ) · (2 + b · (1 − 2σ))", "σ = σ(b)");

    protected internal override Tensor Curvature(Tensor a, Tensor b)
    {
        (Tensor open, Tensor closed) = (b.Sigmoid(), (-b).Sigmoid());
        return a * open * closed * (2 + (b.Clamp(-Edge, Edge) * (closed - open)));
    }

    internal readonly struct SiluKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Silu(x);
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
