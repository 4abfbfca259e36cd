using System.Numerics;
using System.Runtime.Intrinsics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Elements raised to the power of another tensor's. 0⁰ is 1, and its derivatives are 0 by convention.</summary>
internal sealed class PowerOp : BinaryOp<PowerOp.PowerKernel>
{
    public static readonly PowerOp Instance = new();

    public override string Name => "power";

    public override string Formula => "y = aᵇ";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · b · aᵇ⁻¹, ∂L/∂b = ∂L/∂y · y · ln a";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        if (!inputs[0].DType.IsFloatingPoint) DTypeException.ThrowNotFloating(Name, inputs[0].DType);
        return base.Infer(inputs);
    }

    protected internal override Needs DerivativeNeeds(int input) =>
        input == 0 ? Needs.Input0 | Needs.Input1 : Needs.Input0 | Needs.Output;

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor a = link.Input(0);
        Tensor gradient = input == 0 ? BaseDerivative(a, link.Input(1)) : link.Output * LogarithmUnlessZero(a);
        return (link.Upstream * gradient).SumTo(link.InputShape(input));
    }

    // At 0⁰ the exponent b − 1 would make an infinity for the factor b = 0 to meet.
    private static Tensor BaseDerivative(Tensor a, Tensor b) => b * a.Power(Tensor.Where(a.EqualTo(0) & b.EqualTo(0), 1, b) - 1);

    // At a = 0 the output is 0, or 1 with the exponent 0: the logarithm's infinity is kept from it.
    private static Tensor LogarithmUnlessZero(Tensor a) => Tensor.Where(a.EqualTo(0), 1, a).Log();

    internal readonly struct PowerKernel : IBinaryKernel
    {
        public Vector512<T> Invoke<T>(Vector512<T> a, Vector512<T> b)
            where T : unmanaged, INumber<T> => PowerFunction.Power(a, b);
    }
}

/// <summary>Powers with a tensor of exponents.</summary>
public static class PowerExtensions
{
    extension(Tensor x)
    {
        /// <summary>
        /// x to the power of another tensor, element by element, with NumPy's broadcasting; both float32 or both float64. NaN for a
        /// negative element with a fractional exponent. Where x is 0, the derivative with respect to the exponent is 0.
        /// </summary>
        /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
        /// <exception cref="DTypeException">The element types differ or are not floating-point.</exception>
        public Tensor Power(Tensor exponent) => PowerOp.Instance.Apply(x, exponent);
    }
}
