using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The self-regularised unit x · tanh(softplus(x)) (Misra, "Mish", BMVC 2020).</summary>
internal sealed record MishOp : SlopedOp<MishOp.MishKernel, MishOp.MishGradientKernel>
{
    public static readonly MishOp Instance = new();

    // Beyond it every factor of x is 0, which an infinity must not meet.
    private const double Edge = 1000;

    public override string Name => "mish";

    public override string Formula => "y = x · tanh(ln(1 + eˣ))";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (t + x · t′), t = tanh(ln(1 + eˣ)), t′ = (1 − t²) · σ(x)";

    protected internal override SlopeFormulas SlopeFormulas => new(
        "(t + b · t′)", "t′ · (2 + b · (1 − σ − 2tσ))", "t = tanh(ln(1 + eᵇ)), t′ = (1 − t²) · σ, σ = σ(b)");

    protected internal override Tensor Curvature(Tensor a, Tensor b)
    {
        (Tensor open, Tensor closed) = (b.Sigmoid(), (-b).Sigmoid());
        Tensor share = 1 / (1 + (closed * closed));
        Tensor value = open * (1 + closed) * share;
        Tensor slope = 4 * open * (closed * share) * (closed * share);
        return a * slope * (2 + (b.Clamp(-Edge, Edge) * (closed - (2 * value * open))));
    }

    internal readonly struct MishKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Mish(x);
    }

    internal readonly struct MishGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.MishDerivative(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>x · tanh(softplus(x)) for every element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Mish() => MishOp.Instance.Apply(this);
}
