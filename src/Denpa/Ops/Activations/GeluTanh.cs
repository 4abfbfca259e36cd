using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The Gaussian error linear unit by its approximation with tanh (Hendrycks and Gimpel 2016).</summary>
internal sealed record GeluTanhOp : UnaryOp<GeluTanhOp.GeluTanhKernel>
{
    public static readonly GeluTanhOp Instance = new();

    public override string Name => "gelu tanh";

    public override string Formula => "y = ½ x · (1 + tanh u), u = √(2/π) · (x + 0.044715 x³)";

    public override string DerivativeFormula =>
        "∂L/∂x = ∂L/∂y · ½ (1 + t + x · (1 − t²) · u′), t = tanh u, u′ = √(2/π) · (1 + 3 · 0.044715 x²)";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        GeluTanhGradientOp.Instance.Apply(link.Upstream, link.Input(0));

    internal readonly struct GeluTanhKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.GeluTanh(x);
    }
}

/// <summary>The derivative of the approximate Gaussian error linear unit at b, times a.</summary>
internal sealed record GeluTanhGradientOp : BinaryOp<GeluTanhGradientOp.GeluTanhGradientKernel>
{
    public static readonly GeluTanhGradientOp Instance = new();

    private const double SqrtTwoByPi = 0.79788456080286535588;
    private const double Cubic = 0.044715;

    // Beyond it 1 − t² is 0, which an infinity must not meet.
    private const double Edge = 30;

    public override string Name => "gelu tanh gradient";

    public override string Formula =>
        "y = a · ½ (1 + t + b · (1 − t²) · u′), t = tanh u, u = √(2/π) · (b + 0.044715 b³), u′ = √(2/π) · (1 + 3 · 0.044715 b²)";

    public override string DerivativeFormula =>
        "∂L/∂a = ∂L/∂y · ½ (1 + t + b · (1 − t²) · u′), ∂L/∂b = ∂L/∂y · a · (1 − t²) · (u′ − b · t · u′² + ½ b · u″), " +
        "u″ = √(2/π) · 6 · 0.044715 b";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        if (input == 0) return Apply(link.Upstream, link.Input(1));
        Tensor b = link.Input(1).Clamp(-Edge, Edge);
        Tensor square = b.Square();
        Tensor gate = b * ((square * Cubic) + 1) * (2 * SqrtTwoByPi);
        (Tensor open, Tensor closed) = (gate.Sigmoid(), (-gate).Sigmoid());
        Tensor slope = ((square * (3 * Cubic)) + 1) * SqrtTwoByPi;
        Tensor curvature = slope - (b * (open - closed) * slope.Square()) + (square * (3 * Cubic * SqrtTwoByPi));
        return link.Upstream * link.Input(0) * (4 * open * closed) * curvature;
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
