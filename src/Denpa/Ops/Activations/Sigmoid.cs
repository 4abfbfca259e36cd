using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The logistic function, which takes any number into (0, 1).</summary>
internal sealed record SigmoidOp : SlopedOp<SigmoidOp.SigmoidKernel, SigmoidOp.SigmoidGradientKernel>
{
    public static readonly SigmoidOp Instance = new();

    public override string Name => "sigmoid";

    public override string Formula => "y = 1 / (1 + e⁻ˣ)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · y · (1 − y)";

    protected internal override SlopeFormulas SlopeFormulas => new("b · (1 − b)", "(1 − 2b)", "b = σ(x)");

    protected override bool SlopeIsOfOutput => true;

    protected internal override Tensor Curvature(Tensor a, Tensor b) => a * (1 - (2 * b));

    internal readonly struct SigmoidKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Sigmoid(x);
    }

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
