using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>The smaller of two elements. The derivative goes to the smaller one; a tie shares it evenly. NaN propagates.</summary>
internal sealed record MinimumOp : BinaryNumericOp<MinimumOp.MinimumKernel>
{
    public static readonly MinimumOp Instance = new();

    public override string Name => "minimum";

    public override string Formula => "y = min(a, b)";

    public override string DerivativeFormula =>
        "∂L/∂a = ∂L/∂y · ([a < b] + ½ [a = b]), ∂L/∂b = ∂L/∂y · ([b < a] + ½ [a = b])";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Input(1);

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        (Tensor own, Tensor other) = (link.Input(input), link.Input(1 - input));
        Tensor unlessTied = Tensor.Where(own > other, 0, link.Upstream);
        return Tensor.Where(own.EqualTo(other), link.Upstream * 0.5, unlessTied).SumTo(own.Shape);
    }

    internal readonly struct MinimumKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Min(a, b);
    }
}

public sealed partial class Tensor
{
    /// <summary>min(a, b), element by element, with NumPy's broadcasting.</summary>
    /// <remarks>Numbers of one element type. NaN where either is NaN.</remarks>
    /// <exception cref="ShapeException">The shapes do not broadcast.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public Tensor Minimum(Tensor b) => MinimumOp.Instance.Apply(this, b);

    /// <summary>min(a, b) for every element of a; b takes a's element type.</summary>
    /// <exception cref="DTypeException">The element type does not hold the number.</exception>
    public Tensor Minimum(double b) => MinimumOp.Instance.Apply(this, b);
}
