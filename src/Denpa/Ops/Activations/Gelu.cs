using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The Gaussian error linear unit (Hendrycks and Gimpel 2016): x times the standard normal distribution function Φ(x), whose
/// derivative is the density φ(x).
/// </summary>
internal sealed class GeluOp : UnaryOp<GeluOp.GeluKernel>
{
    public static readonly GeluOp Instance = new();

    private const double SqrtHalf = 0.70710678118654752440;
    private const double DensityAtZero = 0.39894228040143267794;   // 1/√2π

    public override string Name => "gelu";

    public override string Formula => "y = x · Φ(x), Φ(x) = ½ (1 + erf(x/√2))";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (Φ(x) + x · φ(x)), φ(x) = e^(−x²/2) / √2π";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Input0;

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor x = link.Input(0);
        Tensor distribution = ((x * SqrtHalf).Erf() + 1) * 0.5;
        Tensor density = (x.Square() * -0.5).Exp() * DensityAtZero;
        return link.Upstream * (distribution + (x * density));
    }

    internal readonly struct GeluKernel : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T>
        {
            Vector512<T> erf = VectorMath.Erf(x * T.CreateTruncating(SqrtHalf));
            return x * T.CreateTruncating(0.5) * (Vector512<T>.One + erf);
        }
    }
}

/// <summary>The Gaussian error linear unit.</summary>
public static class GeluExtensions
{
    extension(Tensor x)
    {
        /// <summary>x · Φ(x) for every element, Φ being the standard normal distribution function; float32 or float64.</summary>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor Gelu() => GeluOp.Instance.Apply(x);
    }
}
