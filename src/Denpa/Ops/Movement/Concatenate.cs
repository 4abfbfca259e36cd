using System.Diagnostics.CodeAnalysis;
using Denpa.Kernels;

namespace Denpa;

/// <summary>Tensors one after another along an axis. The derivative gives each its slice of the gradient.</summary>
internal sealed record ConcatenateOp(int Axis) : MovementOp
{
    public override string Name => "concatenate";

    public override string Formula => $"y = x₀, x₁, … along axis {Axis}";

    public override string DerivativeFormula => "∂L/∂xᵢ = the slice of ∂L/∂y where xᵢ is";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        TensorSpec first = inputs[0];
        long size = 0;
        for (int part = 0; part < inputs.Length; part++)
        {
            Shape shape = inputs[part].Shape;
            if (inputs[part].DType != first.DType) ThrowMixed(Name, part, inputs[part].DType, first.DType);
            if (shape.Rank != first.Shape.Rank || shape.With(Axis, 0) != first.Shape.With(Axis, 0))
                ThrowUnlikeToStack(part, shape, first.Shape);
            size += shape[Axis];
        }

        return first with { Shape = first.Shape.With(Axis, size, Name) };
    }

    protected override void Forward<T>(in Operands operands)
    {
        AxisLayout layout = AxisLayout.Of(operands.Output.Shape, Axis);
        Span<T> destination = operands.Write<T>();
        int start = 0;
        for (int part = 0; part < operands.Count; part++)
        {
            int size = operands[part].Shape[Axis];
            Concatenate.CopyPart(operands.Read<T>(part), layout.Outer, layout.Length, layout.Inner, start, size, destination);
            start += size;
        }
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link)
    {
        int start = 0;
        for (int part = 0; part < input; part++) start += link.InputShape(part)[Axis];
        return link.Upstream.Slice(Axis, start, link.InputShape(input)[Axis]);
    }

    [DoesNotReturn]
    internal static void ThrowMixed(string operation, int part, DType dtype, DType first) => throw new DTypeException(
        $"{operation}: element types differ: part 0 is {first.Name}, part {part} is {dtype.Name}; convert one with .To(DType.…)");

    [DoesNotReturn]
    private void ThrowUnlikeToStack(int part, Shape shape, Shape first) => throw new ShapeException(
        $"concatenate: part 0 is {first}, part {part} is {shape}: along axis {Axis} sizes may differ, all others must agree");
}

public sealed partial class Tensor
{
    /// <summary>Tensors one after another along an axis that they have.</summary>
    /// <param name="parts">One tensor or more, of one element type, whose sizes agree on all other axes.</param>
    /// <param name="axis">The axis; a negative one counts from the last.</param>
    /// <exception cref="ShapeException">There are no parts, no such axis, or sizes disagree.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor Concatenate(ReadOnlySpan<Tensor> parts, int axis = 0)
    {
        if (parts.IsEmpty) ThrowNothingToJoin("concatenate");
        return new ConcatenateOp(parts[0].Shape.Axis(axis, "concatenate")).Apply(parts);
    }

    /// <summary>Tensors of one shape side by side along a new axis.</summary>
    /// <param name="parts">One tensor or more, of one element type and shape.</param>
    /// <param name="axis">Where the new axis comes; a negative one counts from the last of the result.</param>
    /// <exception cref="ShapeException">There are no parts, no such axis, or shapes differ.</exception>
    /// <exception cref="DTypeException">The element types differ.</exception>
    public static Tensor Stack(ReadOnlySpan<Tensor> parts, int axis = 0)
    {
        if (parts.IsEmpty) ThrowNothingToJoin("stack");
        (Shape shape, DType dtype) = (parts[0].Shape, parts[0].DType);
        Shape layer = shape.Insert(shape.NewAxis(axis, "stack"), 1);
        Tensor[] layers = new Tensor[parts.Length];
        for (int part = 0; part < layers.Length; part++)
        {
            if (parts[part].DType != dtype) ConcatenateOp.ThrowMixed("stack", part, parts[part].DType, dtype);
            if (parts[part].Shape != shape) ThrowUnlikeToStack(part, parts[part].Shape, shape);
            layers[part] = parts[part].Reshape(layer);
        }

        return Concatenate(layers, axis);
    }

    [DoesNotReturn]
    private static void ThrowNothingToJoin(string operation) =>
        throw new ShapeException($"{operation}: there are no tensors to put together");

    [DoesNotReturn]
    private static void ThrowUnlikeToStack(int part, Shape shape, Shape first) =>
        throw new ShapeException($"stack: part 0 is {first}, part {part} is {shape}; all must have one shape");
}
