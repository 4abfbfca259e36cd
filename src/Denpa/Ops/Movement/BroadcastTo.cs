using Denpa.Kernels;

namespace Denpa;

/// <summary>A tensor repeated along axes of size 1 and new leading axes. The derivative sums over the repetitions.</summary>
internal sealed record BroadcastToOp(Shape Shape) : MovementOp
{
    public override string Name => "broadcast";

    public override string Formula => "y = x, repeated to a shape";

    public override string DerivativeFormula => "∂L/∂x = Σ ∂L/∂y over the repetitions";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) =>
        Shape.Broadcast(inputs[0].Shape, Shape, Name) == Shape
            ? inputs[0] with { Shape = Shape }
            : throw new ShapeException($"broadcast: {inputs[0].Shape} does not broadcast to {Shape}");

    protected override void Forward<T>(in Operands operands)
    {
        ReadOnlySpan<T> source = operands.Read<T>(0);
        Span<T> destination = operands.Write<T>();
        BroadcastWalk walk = new(operands[0].Shape.Sizes, Shape.Sizes, Shape.Sizes);
        for (int run = 0; run < walk.RunCount; run++)
        {
            walk.Offsets(run, out int offset, out _);
            Span<T> target = destination.Slice(run * walk.RunLength, walk.RunLength);
            if (walk.ARepeats) target.Fill(source[offset]);
            else source.Slice(offset, walk.RunLength).CopyTo(target);
        }
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.SumTo(link.InputShape(0));
}

public sealed partial class Tensor
{
    /// <summary>This tensor repeated to a shape by NumPy's broadcasting rule.</summary>
    /// <exception cref="ShapeException">It does not broadcast to the shape.</exception>
    public Tensor BroadcastTo(Shape shape) => shape == Shape ? this : new BroadcastToOp(shape).Apply(this);
}
