using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// The logarithm of the sum of exponentials along axes, stable at any size of the elements. The derivative is the softmax times
/// the gradient.
/// </summary>
internal sealed class LogSumExpOp(Axes axes, bool keepDimensions) : FloatingOp
{
    private readonly ReductionAxes along = new(axes, keepDimensions);

    public override string Name => "logsumexp";

    public override string Formula => "y = log Σ eˣ";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y · eˣ⁻ʸ";

    protected internal override Needs DerivativeNeeds(int input) => Needs.Input0 | Needs.Output;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireFloating(inputs[0].DType);
        return inputs[0] with { Shape = along.Output(inputs[0].Shape, Name) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        using ArrangedElements<T> source = along.Arrange<T>(operands, Name);
        (int outer, int reduced, int inner) = source.Layout;
        Reduction.LogSumExp(source.Elements, operands.Write<T>(), outer, reduced, inner);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        Shape kept = along.Kept(link.InputShape(0), Name);
        return link.Upstream.Reshape(kept) * (link.Input(0) - link.Output.Reshape(kept)).Exp();
    }
}

/// <summary>The logarithm of a sum of exponentials.</summary>
public static class LogSumExpExtensions
{
    extension(Tensor x)
    {
        /// <summary>log Σ eˣ along axes, all of them when left out, without overflow; −∞ for no elements. float32 or float64.</summary>
        /// <param name="axes">The axes to sum along.</param>
        /// <param name="keepDimensions">Whether those axes stay with size 1.</param>
        /// <exception cref="ShapeException">There is no such axis.</exception>
        /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
        public Tensor LogSumExp(Axes axes = default, bool keepDimensions = false) => new LogSumExpOp(axes, keepDimensions).Apply(x);
    }
}
