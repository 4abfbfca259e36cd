using System.Numerics;

namespace Denpa;

/// <summary>The largest or the smallest element along axes. Elements that tie for it share the gradient evenly.</summary>
internal abstract record ExtremeOp(Axes Axes, bool KeepDimensions) : NumericOp
{
    private readonly ReductionAxes along = new(Axes, KeepDimensions);

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y / (number of ties) where x = y, else 0";

    protected internal sealed override KeptOperands Keeps(int input) => KeptOperands.Input(0) | KeptOperands.Output;

    protected internal sealed override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        RequireNumbers(inputs[0]);
        along.RequireElements(inputs[0].Shape, Name);
        return inputs[0] with { Shape = along.Output(inputs[0].Shape, Name) };
    }

    protected sealed override void Forward<T>(in Operands operands)
    {
        using ArrangedElements<T> source = along.Arrange<T>(operands, Name);
        Reduce(source.Elements, operands.Write<T>(), source.Layout);
    }

    protected abstract void Reduce<T>(ReadOnlySpan<T> source, Span<T> destination, AxisLayout layout)
        where T : unmanaged, INumber<T>;

    protected internal sealed override Tensor Derivative(int input, in DerivativeLink link)
    {
        (Tensor x, Shape kept) = (link.Input(0), along.Kept(link.InputShape(0), Name));
        Tensor ties = x.EqualTo(link.Output.Reshape(kept)).To(x.DType);
        return ties * (link.Upstream.Reshape(kept) / ties.Sum(Axes, keepDimensions: true));
    }
}
