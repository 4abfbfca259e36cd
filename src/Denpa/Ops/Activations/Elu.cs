using System.Numerics;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>The exponential linear unit, which levels off at −α (Clevert et al. 2015). At 0 its derivative is α.</summary>
internal sealed record EluOp(double Alpha) : UnaryOp<EluOp.EluKernel>
{
    public override string Name => "elu";

    public override string Formula => Invariant($"y = x where x > 0, else {Alpha} · (eˣ − 1)");

    public override string DerivativeFormula => Invariant($"∂L/∂x = ∂L/∂y where x > 0, else ∂L/∂y · {Alpha} · eˣ");

    protected override EluKernel Kernel => new(Alpha);

    // The output would do for the input, but y + α is 0 where eˣ is only small.
    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        new EluGradientOp(Alpha).Apply(link.Upstream, link.Input(0));

    internal readonly struct EluKernel(double alpha) : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            TLanes.Select(x > TLanes.Zero, x, T.CreateTruncating(alpha) * VectorMath<T, TLanes>.Expm1(x));
    }
}

/// <summary>The exponential linear unit's derivative at b, times a.</summary>
internal sealed record EluGradientOp(double Alpha) : BinaryOp<EluGradientOp.EluGradientKernel>
{
    public override string Name => "elu gradient";

    public override string Formula => Invariant($"y = a where b > 0, else a · {Alpha} · eᵇ");

    public override string DerivativeFormula =>
        Invariant($"∂L/∂a = ∂L/∂y where b > 0, else ∂L/∂y · {Alpha} · eᵇ, ∂L/∂b = 0 where b > 0, else ∂L/∂y · a · {Alpha} · eᵇ");

    protected override EluGradientKernel Kernel => new(Alpha);

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => input == 0
        ? Apply(link.Upstream, link.Input(1))
        : Tensor.Where(link.Input(1) > 0, 0, Apply(link.Upstream * link.Input(0), link.Input(1)));

    internal readonly struct EluGradientKernel(double alpha) : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Select(
                b > TLanes.Zero, a, a * (T.CreateTruncating(alpha) * VectorMath<T, TLanes>.Exp(b)));
    }
}

public sealed partial class Tensor
{
    /// <summary>x for every element above 0, else α · (eˣ − 1); float32 or float64. The derivative at 0 is α.</summary>
    /// <param name="alpha">α, the depth at which it levels off: finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">α is negative or not finite.</exception>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Elu(double alpha = 1)
    {
        if (!double.IsFinite(alpha) || alpha < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "elu: alpha must be finite and not negative");
        }

        return new EluOp(alpha).Apply(this);
    }
}
