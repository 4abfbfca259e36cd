using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>A smooth form of ReLU, whose derivative is the sigmoid.</summary>
internal sealed record SoftplusOp : SlopedOp<SoftplusOp.SoftplusKernel, SoftplusOp.SoftplusGradientKernel>
{
    public static readonly SoftplusOp Instance = new();

    public override string Name => "softplus";

    public override string Formula => "y = ln(1 + eˣ)";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · σ(x)";

    protected internal override SlopeFormulas SlopeFormulas => new("σ(b)", "σ(b) · (1 − σ(b))");

    // σ(−b) instead of 1 − σ(b), which is 0 where it should only be small.
    protected internal override Tensor Curvature(Tensor a, Tensor b) => GradientOp.Apply(a, b) * (-b).Sigmoid();

    internal readonly struct SoftplusKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.Softplus(x);
    }

    internal readonly struct SoftplusGradientKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * VectorMath<T, TLanes>.Sigmoid(b);
    }
}

public sealed partial class Tensor
{
    /// <summary>ln(1 + eˣ) for every element, without overflow; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Softplus() => SoftplusOp.Instance.Apply(this);
}
