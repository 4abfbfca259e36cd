using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The Gaussian error linear unit by its approximation with tanh (Hendrycks and Gimpel 2016).</summary>
internal sealed class GeluTanhOp : UnaryOp<GeluTanhOp.GeluTanhKernel>
{
    public static readonly GeluTanhOp Instance = new();

    private const double SqrtTwoByPi = 0.79788456080286535588;
    private const double Cubic = 0.044715;

    public override string Name => "gelu tanh";

    public override string Formula => "y = ½ x · (1 + tanh u), u = √(2/π) · (x + 0.044715 x³)";

    public override string DerivativeFormula =>
        "∂L/∂x = ∂L/∂y · ½ (1 + t + x · (1 − t²) · u′), t = tanh u, u′ = √(2/π) · (1 + 3 · 0.044715 x²)";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Input0;

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor x = link.Input(0);
        Tensor square = x.Square();
        Tensor tanh = (x * ((square * Cubic) + 1) * SqrtTwoByPi).Tanh();
        Tensor slope = ((square * (3 * Cubic)) + 1) * SqrtTwoByPi;
        return link.Upstream * (0.5 * (1 + tanh + (x * (1 - tanh.Square()) * slope)));
    }

    internal readonly struct GeluTanhKernel : IUnaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> x)
            where T : unmanaged, INumber<T>
        {
            Vector512<T> argument = x * ((x * x * T.CreateTruncating(Cubic)) + Vector512<T>.One) * T.CreateTruncating(SqrtTwoByPi);
            return x * T.CreateTruncating(0.5) * (Vector512<T>.One + VectorMath.Tanh(argument));
        }
    }
}

/// <summary>The approximate Gaussian error linear unit.</summary>
public static class GeluTanhExtensions
{
    extension(Tensor x)
    {
        /// <summary>
        /// ½ x · (1 + tanh(√(2/π) · (x + 0.044715 x³))) for every element: <c>Gelu</c> to within 0.0005; float32 or float64.
        /// </summary>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor GeluTanh() => GeluTanhOp.Instance.Apply(x);
    }
}
