using System.Numerics;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>The exponential linear unit, which levels off at −α (Clevert et al. 2015). At 0 its derivative is α.</summary>
internal sealed record EluOp(double Alpha) : SlopedOp<EluOp.EluKernel, EluOp.EluGradientKernel>
{
    public override string Name => "elu";

    public override string Formula => Invariant($"y = x where x > 0, else {Alpha} · (eˣ − 1)");

    public override string DerivativeFormula => Invariant($"∂L/∂x = ∂L/∂y where x > 0, else ∂L/∂y · {Alpha} · eˣ");

    protected override EluKernel Kernel => new(Alpha);

    protected internal override EluGradientKernel SlopeKernel => new(Alpha);

    protected internal override SlopeFormulas SlopeFormulas => new(
        Invariant($"(1 where b > 0, else {Alpha} · eᵇ)"), Invariant($"(0 where b > 0, else {Alpha} · eᵇ)"));

    // b is the input: the output would do, but y + α is 0 where eˣ is only small.
    protected internal override Tensor Curvature(Tensor a, Tensor b) => Tensor.Where(b > 0, 0, GradientOp.Apply(a, b));

    internal readonly struct EluKernel(double alpha) : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            TLanes.Select(x > TLanes.Zero, x, T.CreateTruncating(alpha) * VectorMath<T, TLanes>.Expm1(x));
    }

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
