using System.Numerics;
using Denpa.Kernels;
using static System.FormattableString;

namespace Denpa;

/// <summary>
/// Elements raised to one constant power. The exponents 2, 3, ½ and −1 are a multiplication, two, a square root and a division.
/// </summary>
internal sealed record ConstantPowerOp(double Exponent) : UnaryOp<ConstantPowerOp.ConstantPowerKernel>
{
    public override string Name => "constant power";

    public override string Formula => Invariant($"y = x^{Exponent}");

    public override string DerivativeFormula => Invariant($"∂L/∂x = ∂L/∂y · {Exponent} · x^{Exponent - 1}");

    protected override ConstantPowerKernel Kernel => new(Exponent);

    protected internal override KeptOperands Keeps(int input) => Exponent switch
    {
        0 => KeptOperands.Nothing,
        < 0 => KeptOperands.Input(0) | KeptOperands.Output,
        _ => KeptOperands.Input(0),
    };

    // The next lower power of a small number may overflow, which a gradient that is 0, or small itself, must not meet.
    protected internal override Tensor Derivative(int input, in DerivativeLink link) => Exponent switch
    {
        0 => Tensor.Zeros(link.InputShape(0), link.InputDType(0)),
        < 0 => link.Upstream * Exponent * link.Output / link.Input(0),
        _ => link.Upstream * Exponent * link.Input(0).Power(Exponent - 1),
    };

    internal readonly struct ConstantPowerKernel(double exponent) : IUnaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes x)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => exponent switch
            {
                2 => x * x,
                3 => x * x * x,
                0.5 => TLanes.Sqrt(x),
                -1 => TLanes.One / x,
                _ => PowerFunction<T, TLanes>.Power(x, TLanes.Fill(T.CreateTruncating(exponent))),
            };
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// x to a constant power, element by element; float32 or float64. NaN for a negative element with a fractional exponent. The
    /// power 0 is 1 everywhere, with the derivative 0.
    /// </summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Power(double exponent) => exponent == 1 && DType.IsFloatingPoint ? this : new ConstantPowerOp(exponent).Apply(this);

    /// <summary>x², element by element; float32 or float64.</summary>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Square()
    {
        if (!DType.IsFloatingPoint) DTypeException.ThrowNotFloating("square", DType);
        return Power(2);
    }
}
