using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The Gaussian error linear unit (Hendrycks and Gimpel 2016): x times the standard normal distribution function Φ(x), whose
/// derivative is the density φ(x).
/// </summary>
internal sealed record GeluOp : UnaryOp<GeluOp.GeluKernel>
{
    public static readonly GeluOp Instance = new();

    public override string Name => "gelu";

    public override string Formula => "y = x · Φ(x), Φ(x) = ½ (1 + erf(x/√2))";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (Φ(x) + x · φ(x)), φ(x) = e^(−x²/2) / √2π";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        GeluGradientOp.Instance.Apply(link.Upstream, link.Input(0));

    internal readonly struct GeluKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Gelu(x);
    }
}

/// <summary>The Gaussian error linear unit's derivative at b, times a.</summary>
internal sealed record GeluGradientOp : BinaryOp<GeluGradientOp.GeluGradientKernel>
{
    public static readonly GeluGradientOp Instance = new();

    private const double DensityAtZero = 0.39894228040143267794;   // 1/√2π

    // Beyond it the density is 0, and a square of more would be infinite.
    private const double Edge = 40;

    public override string Name => "gelu gradient";

    public override string Formula => "y = a · (Φ(b) + b · φ(b))";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · (Φ(b) + b · φ(b)), ∂L/∂b = ∂L/∂y · a · (2 − b²) · φ(b)";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor b = link.Input(1);
        if (input == 0) return Apply(link.Upstream, b);
        Tensor square = b.Clamp(-Edge, Edge).Square();
        return link.Upstream * link.Input(0) * (2 - square) * ((square * -0.5).Exp() * DensityAtZero);
    }

    internal readonly struct GeluGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.GeluDerivative(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>x · Φ(x) for every element, Φ being the standard normal distribution function; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Gelu() => GeluOp.Instance.Apply(this);
}
