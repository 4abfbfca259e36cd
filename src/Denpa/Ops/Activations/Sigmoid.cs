using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The logistic function, which takes any number into (0, 1).</summary>
internal sealed record SigmoidOp : UnaryOp<SigmoidOp.SigmoidKernel>
{
    public static readonly SigmoidOp Instance = new();

    public override string Name => "sigmoid";

    public override string Formula => "y = 1 / (1 + e⁻ˣ)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · y · (1 − y)";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        SigmoidGradientOp.Instance.Apply(link.Upstream, link.Output);

    internal readonly struct SigmoidKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Sigmoid(x);
    }
}

/// <summary>The logistic function's derivative from its output b, times a.</summary>
internal sealed record SigmoidGradientOp : BinaryOp<SigmoidGradientOp.SigmoidGradientKernel>
{
    public static readonly SigmoidGradientOp Instance = new();

    public override string Name => "sigmoid gradient";

    public override string Formula => "y = a · b · (1 − b)";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · b · (1 − b), ∂L/∂b = ∂L/∂y · a · (1 − 2b)";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Apply(link.Upstream, link.Input(1))
        : link.Upstream * link.Input(0) * (1 - (2 * link.Input(1)));

    internal readonly struct SigmoidGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * (b * (TLanes.One - b));
    }
}

public sealed partial class Tensor
{
    /// <summary>1 / (1 + e⁻ˣ) for every element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Sigmoid() => SigmoidOp.Instance.Apply(this);
}
