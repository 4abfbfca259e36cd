using System.Runtime.CompilerServices;

namespace Denpa;

/// <summary>The same elements under another shape: a view that shares storage.</summary>
internal sealed record ReshapeOp(Shape Shape) : SingleOutputOp
{
    public override string Name => "reshape";

    public override string Formula => "y = x, in another shape";

    public override string DerivativeFormula => "∂L/∂x = ∂L/∂y, in x's shape";

    public override int Aliases => 0;

    public override OperandSet Reads => OperandSet.None;

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs) => inputs[0].Shape.ElementCount == Shape.ElementCount
        ? inputs[0] with { Shape = Shape }
        : throw new ShapeException(
            $"reshape: {inputs[0].Shape} has {inputs[0].Shape.ElementCount} elements, {Shape} has {Shape.ElementCount}");

    protected internal override void Forward(in Operands operands)
    {
        // The output is the input's storage already.
    }

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.Reshape(link.InputShape(0));
}

public sealed partial class Tensor
{
    /// <summary>The same elements in row-major order under another shape, sharing storage. One size may be −1: what is left over.</summary>
    /// <exception cref="ShapeException">The numbers of elements differ, or more than one size is −1.</exception>
    [OverloadResolutionPriority(1)]
    public Tensor Reshape(params ReadOnlySpan<int> sizes) => Reshape(ResolveSizes(Shape, sizes));

    /// <summary>The same elements in row-major order under another shape, sharing storage.</summary>
    /// <exception cref="ShapeException">The numbers of elements differ.</exception>
    public Tensor Reshape(Shape shape) => shape == Shape ? this : new ReshapeOp(shape).Apply(this);

    private static Shape ResolveSizes(Shape from, ReadOnlySpan<int> sizes)
    {
        int open = sizes.IndexOf(-1);
        if (open < 0) return new Shape(sizes);
        int[] resolved = sizes.ToArray();
        resolved[open] = 1;
        if (sizes[(open + 1)..].Contains(-1))
            throw new ShapeException($"reshape: more than one size of [{string.Join(", ", sizes.ToArray())}] is −1");
        int known = new Shape(resolved).ElementCount;
        if (known == 0 || from.ElementCount % known != 0)
        {
            throw new ShapeException(
                $"reshape: {from} has {from.ElementCount} elements, which {known} does not divide: nothing fits for the −1");
        }

        resolved[open] = from.ElementCount / known;
        return new Shape(resolved);
    }
}
