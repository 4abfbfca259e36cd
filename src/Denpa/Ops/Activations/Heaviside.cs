using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// Heaviside's step function, the activation of the perceptron. Its derivative is 0, at the jump by convention: nothing learns through
/// it.
/// </summary>
internal sealed record HeavisideOp : UnaryOp<HeavisideOp.HeavisideKernel>
{
    public static readonly HeavisideOp Instance = new();

    public override string Name => "heaviside";

    public override string Formula => "y = [x > 0]";

    public override string DerivativeFormula => "∂L/∂x = 0";

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        Tensor.Zeros(link.InputShape(0), link.InputDType(0));

    internal readonly struct HeavisideKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => x > TLanes.Zero & TLanes.One;
    }
}

public sealed partial class Tensor
{
    /// <summary>1 for every element above 0, else 0 (for NaN too); float32 or float64. The derivative is 0 everywhere.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Heaviside() => HeavisideOp.Instance.Apply(this);
}
