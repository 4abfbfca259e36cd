using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The Gaussian error linear unit by its approximation with tanh (Hendrycks and Gimpel 2016).</summary>
internal sealed record GeluTanhOp : SlopedOp<GeluTanhOp.GeluTanhKernel, GeluTanhOp.GeluTanhGradientKernel>
{
    public static readonly GeluTanhOp Instance = new();

    private const double SqrtTwoByPi = 0.79788456080286535588;
    private const double Cubic = 0.044715;

    // Beyond it 1 − t² is 0, which an infinity must not meet.
    private const double Edge = 30;

    public override string Name => "gelu tanh";

    public override string Formula => "y = ½ x · (1 + tanh u), u = √(2/π) · (x + 0.044715 x³)";

    public override string DerivativeFormula =>
        "∂L/∂x = ∂L/∂y · ½ (1 + t + x · (1 − t²) · u′), t = tanh u, u′ = √(2/π) · (1 + 3 · 0.044715 x²)";

    protected internal override SlopeFormulas SlopeFormulas => new(
        "½ (1 + t + b · (1 − t²) · u′)",
        "(1 − t²) · (u′ − b · t · u′² + ½ b · u″)",
        "t = tanh u, u = √(2/π) · (b + 0.044715 b³), u′ = √(2/π) · (1 + 3 · 0.044715 b²), u″ = √(2/π) · 6 · 0.044715 b");

    protected internal override Tensor Curvature(Tensor a, Tensor b)
    {
        Tensor inside = b.Clamp(-Edge, Edge);
        Tensor square = inside.Square();
        Tensor gate = inside * ((square * Cubic) + 1) * (2 * SqrtTwoByPi);
        (Tensor open, Tensor closed) = (gate.Sigmoid(), (-gate).Sigmoid());
        Tensor slope = ((square * (3 * Cubic)) + 1) * SqrtTwoByPi;
        Tensor curvature = slope - (inside * (open - closed) * slope.Square()) + (square * (3 * Cubic * SqrtTwoByPi));
        return a * (4 * open * closed) * curvature;
    }

    internal readonly struct GeluTanhKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.GeluTanh(x);
    }

    internal readonly struct GeluTanhGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.GeluTanhDerivative(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// ½ x · (1 + tanh(√(2/π) · (x + 0.044715 x³))) for every element: <c>Gelu</c> to within 0.0005; float32 or float64.
    /// </summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor GeluTanh() => GeluTanhOp.Instance.Apply(this);
}
