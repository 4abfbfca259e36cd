using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The hyperbolic tangent, which takes any number into (−1, 1).</summary>
internal sealed record TanhOp : SlopedOp<TanhOp.TanhKernel, TanhOp.TanhGradientKernel>
{
    public static readonly TanhOp Instance = new();

    public override string Name => "tanh";

    public override string Formula => "y = tanh x";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · (1 − y²)";

    protected internal override SlopeFormulas SlopeFormulas => new("(1 − b²)", "(−2b)", "b = tanh x");

    protected override bool SlopeIsOfOutput => true;

    protected internal override Tensor Curvature(Tensor a, Tensor b) => a * (-2 * b);

    internal readonly struct TanhKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Tanh(x);
    }

    internal readonly struct TanhGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * (TLanes.One - (b * b));
    }
}

public sealed partial class Tensor
{
    /// <summary>tanh x for every element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Tanh() => TanhOp.Instance.Apply(this);
}
