using System.Diagnostics.CodeAnalysis;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Zeros before and after along one axis. The derivative cuts them off again.</summary>
internal sealed record PadOp(int Axis, int Before, int After) : MovementOp
{
    public override string Name => "pad";

    public override string Formula => $"y = x, with {Before} zeros before and {After} after along axis {Axis}";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y without the padding";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        Shape shape = inputs[0].Shape;
        return inputs[0] with { Shape = shape.With(Axis, (long)Before + shape[Axis] + After, Name) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        AxisLayout layout = AxisLayout.Of(operands.Output.Shape, Axis);
        Span<T> destination = operands.Write<T>();
        destination.Clear();
        Concatenate.CopyPart(operands.Read<T>(0), layout.Outer, layout.Length, layout.Inner, Before, operands[0].Shape[Axis], destination);
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) =>
        link.Upstream.Slice(Axis, Before, link.InputShape(0)[Axis]);
}

public sealed partial class Tensor
{
    /// <summary>This tensor with zeros (for bool, false) added along an axis.</summary>
    /// <param name="axis">The axis; a negative one counts from the last.</param>
    /// <param name="before">How many zeros come before.</param>
    /// <param name="after">How many zeros come after.</param>
    /// <exception cref="ShapeException">There is no such axis, or a number is negative.</exception>
    public Tensor Pad(int axis, int before, int after)
    {
        axis = Shape.Axis(axis, "pad");
        if (before < 0 || after < 0) ThrowNegativePadding(Shape, axis, before, after);
        return before == 0 && after == 0 ? this : new PadOp(axis, before, after).Apply(this);
    }

    [DoesNotReturn]
    private static void ThrowNegativePadding(Shape shape, int axis, int before, int after) => throw new ShapeException(
        $"pad: {before} zeros before and {after} after axis {axis} of {shape}: neither can be negative; " +
        "to take away, use .Slice(axis, start, length)");
}
