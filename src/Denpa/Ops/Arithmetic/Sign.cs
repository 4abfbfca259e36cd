using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The sign of every element: −1, 0 or 1. Its derivative is 0, at the jump by convention. NaN stays NaN.</summary>
internal sealed record SignOp : UnaryNumericOp<SignOp.SignKernel>
{
    public static readonly SignOp Instance = new();

    public override string Name => "sign";

    public override string Formula => "y = [x > 0] − [x < 0]";

    public override string DerivativeFormula => "∂L/∂x = 0";

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        Tensor.Zeros(link.InputShape(0), link.InputDType(0));

    internal readonly struct SignKernel : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T>
        {
            TLanes zero = TLanes.Zero;
            TLanes negativeOrZero = TLanes.Select(x < zero, zero - TLanes.One, x);
            return TLanes.Select(x > zero, TLanes.One, negativeOrZero);
        }
    }
}

public sealed partial class Tensor
{
    /// <summary>−1, 0 or 1 for every element that is negative, zero or positive. Numbers of any element type.</summary>
    /// <exception cref="DTypeException">The elements are no numbers.</exception>
    public Tensor Sign() => SignOp.Instance.Apply(this);
}
