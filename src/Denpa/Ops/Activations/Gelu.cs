using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The Gaussian error linear unit (Hendrycks and Gimpel 2016): x times the standard normal distribution function Φ(x), whose
/// derivative is the density φ(x).
/// </summary>
internal sealed record GeluOp : SlopedOp<GeluOp.GeluKernel, GeluOp.GeluGradientKernel>
{
    public static readonly GeluOp Instance = new();

    private const double DensityAtZero = 0.39894228040143267794;   // 1/√2π

    // Beyond it the density is 0, and a square of more would be infinite.
    private const double Edge = 40;

    public override string Name => "gelu";

    public override string Formula => "y = x · Φ(x), Φ(x) = ½ (1 + erf(x/√2))";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (Φ(x) + x · φ(x)), φ(x) = e^(−x²/2) / √2π";

    protected internal override SlopeFormulas SlopeFormulas => new(
        "(Φ(b) + b · φ(b))", "(2 − b²) · φ(b)", "φ(b) = e^(−b²/2) / √2π");

    protected internal override Tensor Curvature(Tensor a, Tensor b)
    {
        Tensor square = b.Clamp(-Edge, Edge).Square();
        return a * (2 - square) * ((square * -0.5).Exp() * DensityAtZero);
    }

    internal readonly struct GeluKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Gelu(x);
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
