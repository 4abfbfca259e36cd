using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The error function of every element.</summary>
internal sealed record ErfOp : UnaryOp<ErfOp.ErfKernel>
{
    public static readonly ErfOp Instance = new();

    public override string Name => "erf";

    public override string Formula => "y = erf x = 2/√π ∫₀ˣ e^(−t²) dt";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · 2/√π · e^(−x²)";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        ErfGradientOp.Instance.Apply(link.Upstream, link.Input(0));

    internal readonly struct ErfKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Erf(x);
    }
}

/// <summary>The error function's derivative at b, times a.</summary>
internal sealed record ErfGradientOp : BinaryOp<ErfGradientOp.ErfGradientKernel>
{
    public static readonly ErfGradientOp Instance = new();

    // Beyond it e^(−b²) is 0, which an infinity must not meet.
    private const double Edge = 30;

    public override string Name => "erf gradient";

    public override string Formula => "y = a · 2/√π · e^(−b²)";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · 2/√π · e^(−b²), ∂L/∂b = −2 ∂L/∂y · a · b · 2/√π · e^(−b²)";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Apply(link.Upstream, link.Input(1))
        : Apply(link.Upstream * link.Input(0), link.Input(1)) * (-2 * link.Input(1).Clamp(-Edge, Edge));

    internal readonly struct ErfGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.ErfDerivative(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>erf x = 2/√π · ∫₀ˣ e^(−t²) dt for every element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Erf() => ErfOp.Instance.Apply(this);
}
