using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The product of two tensors, element by element. The derivative passes the gradient on times the other operand.</summary>
internal sealed record MultiplyOp : BinaryNumericOp<MultiplyOp.MultiplyKernel>
{
    public static readonly MultiplyOp Instance = new();

    public override string Name => "multiply";

    public override string Formula => "y = a · b";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y · b, ∂L/∂b = ∂L/∂y · a";

    protected internal override KeptOperands Keeps(int input) => input == 0 ? KeptOperands.Input(1) : KeptOperands.Input(0);

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        (link.Upstream * link.Input(1 - input)).SumTo(link.InputShape(input));

    internal readonly struct MultiplyKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => a * b;
    }
}

public sealed partial class Tensor
{
    /// <summary>a · b, element by element, with NumPy's broadcasting. Numbers of one element type.</summary>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor operator *(Tensor a, Tensor b) => MultiplyOp.Instance.Apply(a, b);

    /// <summary>a · b for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator *(Tensor a, double b) => MultiplyOp.Instance.Apply(a, b);

    /// <summary>a · b for every element of b; a takes b's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public static Tensor operator *(double a, Tensor b) => MultiplyOp.Instance.Apply(a, b);
}
