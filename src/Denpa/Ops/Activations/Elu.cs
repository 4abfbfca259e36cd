using System.Numerics;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>
/// The exponential linear unit, which levels off at −α (Clevert et al. 2015), or λ times it, the self-normalising one (Klambauer et al.
/// 2017). At 0 its derivative is λα.
/// </summary>
/// <param name="Alpha">α.</param>
/// <param name="Scale">λ.</param>
internal sealed record EluOp(double Alpha, double Scale = 1) : SlopedOp<EluOp.EluKernel, EluOp.EluGradientKernel>
{
    public static readonly EluOp SelfNormalising = new(1.6732632423543772, 1.0507009873554805);

    public override string Name => Scale == 1 ? "elu" : "selu";

    public override string Formula => Invariant($"y = {Scaled("x")} where x > 0, else {Depth} · (eˣ − 1)");

    public override string DerivativeFormula =>
        Invariant($"∂L/∂x = {Scaled("∂L/∂y")} where x > 0, else ∂L/∂y · {Depth} · eˣ");

    protected override EluKernel Kernel => new(Depth, Scale);

    protected internal override EluGradientKernel SlopeKernel => new(Depth, Scale);

    protected internal override SlopeFormulas SlopeFormulas => new(
        Invariant($"({Scale} where b > 0, else {Depth} · eᵇ)"), Invariant($"(0 where b > 0, else {Depth} · eᵇ)"));

    private double Depth => Alpha * Scale;

    // b is the input: the output would do, but y + α is 0 where eˣ is only small.
    protected internal override Tensor Curvature(Tensor a, Tensor b) => Tensor.Where(b > 0, 0, GradientOp.Apply(a, b));

    private string Scaled(string number) => Scale == 1 ? number : Invariant($"{Scale} · {number}");

    internal readonly struct EluKernel(double depth, double scale) : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> =>
            TLanes.Select(
                x > TLanes.Zero, T.CreateTruncating(scale) * x, T.CreateTruncating(depth) * VectorMath<T, TLanes>.Expm1(x));
    }

    internal readonly struct EluGradientKernel(double depth, double scale) : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Select(
                b > TLanes.Zero,
                T.CreateTruncating(scale) * a,
                a * (T.CreateTruncating(depth) * VectorMath<T, TLanes>.Exp(b)));
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

    /// <summary>
    /// λ · x for every element above 0, else λα · (eˣ − 1), with λ = 1.0507… and α = 1.6732…, which keep the mean 0 and the variance 1 of
    /// wide layers (Klambauer et al. 2017); float32 or float64. The derivative at 0 is λα.
    /// </summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Selu() => EluOp.SelfNormalising.Apply(this);
}
