using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Elements raised to the power of another tensor's. 0⁰ is 1, and its derivatives are 0 by convention.</summary>
internal sealed record PowerOp : BinaryOp<PowerOp.PowerKernel>
{
    public static readonly PowerOp Instance = new();

    public override string Name => "power";

    public override string Formula => "y = aᵇ";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · b · aᵇ⁻¹, ∂L/∂b = ∂L/∂y · y · ln a";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        SingleOutputOp slope = input == 0 ? PowerBaseSlopeOp.Instance : PowerExponentSlopeOp.Instance;
        return (link.Upstream * slope.Apply(link.Input(0), link.Input(1))).SumTo(link.InputShape(input));
    }

    /// <summary>
    /// aᵇ⁻¹ · (1 + b · ln a), the derivative by both. Towards a = 0 the logarithm outweighs the 1 where b lies between 0 and 1.
    /// </summary>
    internal static Tensor MixedDerivative(Tensor a, Tensor b)
    {
        Tensor plain = Tensor.Where(a.EqualTo(0) & (b > 0) & (b < 1), 0, a.Power(b - 1));
        return plain + Tensor.Where(b.EqualTo(0), 0, b * PowerExponentSlopeOp.Instance.Apply(a, b - 1));
    }

    internal readonly struct PowerKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => PowerFunction<T, TLanes>.Power(a, b);
    }
}

/// <summary>The derivative of a power by its base.</summary>
internal sealed record PowerBaseSlopeOp : BinaryOp<PowerBaseSlopeOp.PowerBaseSlopeKernel>
{
    public static readonly PowerBaseSlopeOp Instance = new();

    public override string Name => "power base slope";

    public override string Formula => "y = b · aᵇ⁻¹, 0 where b = 0";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · b · (b − 1) · aᵇ⁻², ∂L/∂b = ∂L/∂y · aᵇ⁻¹ · (1 + b · ln a)";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        (Tensor a, Tensor b) = (link.Input(0), link.Input(1));
        Tensor slope = input == 0 ? Tensor.Where(b.EqualTo(0), 0, b * Apply(a, b - 1)) : PowerOp.MixedDerivative(a, b);
        return (link.Upstream * slope).SumTo(link.InputShape(input));
    }

    internal readonly struct PowerBaseSlopeKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => PowerFunction<T, TLanes>.BaseSlope(a, b);
    }
}

/// <summary>The derivative of a power by its exponent.</summary>
internal sealed record PowerExponentSlopeOp : BinaryOp<PowerExponentSlopeOp.PowerExponentSlopeKernel>
{
    public static readonly PowerExponentSlopeOp Instance = new();

    public override string Name => "power exponent slope";

    public override string Formula => "y = aᵇ · ln a, 0 where a = 0 and b ≥ 0";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · aᵇ⁻¹ · (1 + b · ln a), ∂L/∂b = ∂L/∂y · aᵇ · (ln a)²";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        (Tensor a, Tensor b) = (link.Input(0), link.Input(1));
        Tensor slope = input == 0 ? PowerOp.MixedDerivative(a, b) : Tensor.Where(a.EqualTo(0), 1, a).Log() * Apply(a, b);
        return (link.Upstream * slope).SumTo(link.InputShape(input));
    }

    internal readonly struct PowerExponentSlopeKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => PowerFunction<T, TLanes>.ExponentSlope(a, b);
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// x to the power of another tensor, element by element, with NumPy's broadcasting; both float32 or both float64. NaN for a
    /// negative element with a fractional exponent. Where x is 0, the derivative with respect to the exponent is 0 for exponents from 0
    /// on, and −∞ below, which it tends to.
    /// </summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ or are not floating-point.</exception>
    public Tensor Power(Tensor exponent) => PowerOp.Instance.Apply(this, exponent);
}
