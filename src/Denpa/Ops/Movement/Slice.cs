using System.Diagnostics.CodeAnalysis;
using Denpa.Kernels;

namespace Denpa;

/// <summary>
/// A stretch of one axis: a view where it lies in one piece, because all axes before are of size 1, otherwise a copy. The
/// derivative places the gradient among zeros.
/// </summary>
internal sealed record SliceOp(int Axis, int Start, int Length, bool IsView) : MovementOp
{
    public override string Name => "slice";

    public override string Formula => $"y = x from {Start} to {Start + Length} along axis {Axis}";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y, and 0 outside of the slice";

    public override int Aliases => IsView ? 0 : -1;

    public override OperandSet Reads => IsView ? OperandSet.None : OperandSet.All;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        inputs[0] with { Shape = inputs[0].Shape.With(Axis, Length) };

    protected internal override int AliasOffset(ReadOnlySpan<TensorSpec> inputs) => Start * AxisLayout.Of(inputs[0].Shape, Axis).Inner;

    protected override void Forward<T>(in Operands operands)
    {
        if (IsView) return;
        AxisLayout layout = AxisLayout.Of(operands[0].Shape, Axis);
        Slice.Copy(operands.Read<T>(0), layout.Outer, layout.Length, layout.Inner, Start, Length, operands.Write<T>());
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        int size = link.InputShape(0)[Axis];
        return link.Upstream.Pad(Axis, before: Start, after: size - Start - Length);
    }
}

public sealed partial class Tensor
{
    /// <summary>
    /// What lies from <paramref name="start"/> on along an axis. It shares this tensor's storage where all axes before are of
    /// size 1, as before the first axis; otherwise it is a copy.
    /// </summary>
    /// <param name="axis">The axis; a negative one counts from the last.</param>
    /// <param name="start">The first index to take.</param>
    /// <param name="length">How many to take; 0 gives an empty tensor.</param>
    /// <exception cref="ShapeException">There is no such axis, or the stretch reaches past it.</exception>
    public Tensor Slice(int axis, int start, int length)
    {
        axis = Shape.Axis(axis, "slice");
        if (!LiesOnAxis(Shape[axis], start, length)) ThrowSlicePastAxis(Shape, axis, start, length);
        return length == Shape[axis]
            ? this
            : new SliceOp(axis, start, length, IsView: AxisLayout.Of(Shape, axis).Outer == 1).Apply(this);
    }

    /// <summary>Rows of the first axis, such as <c>x.Rows(2..5)</c> or <c>x.Rows(..^1)</c>, sharing this tensor's storage.</summary>
    /// <exception cref="ShapeException">The tensor is a scalar, or the range reaches past the first axis.</exception>
    public Tensor Rows(Range rows)
    {
        int size = Shape[Shape.Axis(0, "rows")];
        int start = rows.Start.GetOffset(size);
        int length = rows.End.GetOffset(size) - start;
        return LiesOnAxis(size, start, length)
            ? Slice(axis: 0, start, length)
            : throw new ShapeException($"rows: {rows} does not lie within the {size} rows of {Shape}");
    }

    private static bool LiesOnAxis(int size, int start, int length) => start >= 0 && length >= 0 && start <= size - length;

    [DoesNotReturn]
    private static void ThrowSlicePastAxis(Shape shape, int axis, int start, int length) => throw new ShapeException(
        $"slice: {length} from {start} on does not lie on axis {axis} of {shape}, whose indices are 0 to {shape[axis] - 1}");
}
