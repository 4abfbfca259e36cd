using System.Numerics;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The logarithm of the sum of exponentials along axes, stable at any size of the elements. The derivative is the softmax times
/// the gradient.
/// </summary>
internal sealed record LogSumExpOp(Axes Axes, bool KeepDimensions) : FloatingOp
{
    private readonly ReductionAxes along = new(Axes, KeepDimensions);

    public override string Name => "logsumexp";

    public override string Formula => "y = log Σ eˣ";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · eˣ⁻ʸ";

    protected internal override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        RequireFloating(inputs[0]) with { Shape = along.Output(inputs[0].Shape, Name) };

    protected override void Forward<T>(in Operands operands)
    {
        using ArrangedElements<T> source = along.Arrange<T>(operands, Name);
        (int outer, int reduced, int inner) = source.Layout;
        Reduction.LogSumExp(source.Elements, operands.Write<T>(), outer, reduced, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Shape kept = along.Kept(link.InputShape(0), Name);
        return link.Upstream.Reshape(kept) * DistanceOp.Instance.Apply(link.Input(0), link.Output.Reshape(kept)).Exp();
    }
}

/// <summary>The distance of numbers from one that none of them is above, 0 where both are ∞.</summary>
internal sealed record DistanceOp : BinaryOp<DistanceOp.DistanceKernel>
{
    public static readonly DistanceOp Instance = new();

    public override string Name => "distance";

    public override string Formula => "y = a − b, 0 where both are ∞";

    public override string DerivativeFormula => "∂L/∂a = ∂L/∂y, ∂L/∂b = −∂L/∂y";

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Tensor gradient = link.Upstream.SumTo(link.InputShape(input));
        return input == 0 ? gradient : -gradient;
    }

    internal readonly struct DistanceKernel : IBinaryKernel
    {
        public TLanes Invoke<T, TLanes>(TLanes a, TLanes b)
            where T : unmanaged, INumber<T>
            where TLanes : unmanaged, ILanes<TLanes, T> => VectorMath<T, TLanes>.DistanceFrom(b, a);
    }
}

public sealed partial class Tensor
{
    /// <summary>log Σ eˣ along axes, all of them when left out, without overflow; −∞ for no elements. float32 or float64.</summary>
    /// <param name="axes">The axes to sum along.</param>
    /// <param name="keepDimensions">Whether those axes stay with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor LogSumExp(Axes axes = default, bool keepDimensions = false) => new LogSumExpOp(axes, keepDimensions).Apply(this);
}
