using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The difference of two tensors, element by element. The derivative passes the gradient on, to the second one negated.</summary>
internal sealed record SubtractOp : BinaryNumericOp<SubtractOp.SubtractKernel>
{
    public static readonly SubtractOp Instance = new();

    public override string Name => "subtract";

    public override string Formula => "y = a − b";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y, ∂L/∂b = −∂L/∂y";

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor gradient = link.Upstream.SumTo(link.InputShape(input));
        return input == 0 ? gradient : -gradient;
    }

    internal readonly struct SubtractKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a - b;
    }
}

public sealed partial class Tensor
{
    /// <summary>a − b, element by element, with NumPy's broadcasting. Numbers of one element type; uint8 wraps around.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor operator -(Tensor a, Tensor b) => SubtractOp.Instance.Apply(a, b);

    /// <summary>a − b for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator -(Tensor a, double b) => SubtractOp.Instance.Apply(a, b);

    /// <summary>a − b for every element of b; a takes b's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator -(double a, Tensor b) => SubtractOp.Instance.Apply(a, b);
}
