using System.Diagnostics.CodeAnalysis;
using Denpa.Kernels;

namespace Denpa;

/// <summary>A copy with the axes in another order. The derivative puts the gradient's axes back.</summary>
internal sealed record PermuteOp(ValueList<int> Axes) : MovementOp
{
    public override string Name => "permute";

    public override string Formula => $"y = x, with axes {Axes}";

    public override string DerivativeFormula => $"∂L/∂x = ∂L/∂y, with axes {Inverse()}";

    protected internal override TensorSpec Infer(ReadOnlySpan<TensorSpec> inputs)
    {
        Shape shape = inputs[0].Shape;
        if (Axes.Length != shape.Rank) ThrowNoPermutation(Axes.Items, shape);
        return inputs[0] with { Shape = new Shape([.. Axes.Select(axis => shape[axis])]) };
    }

    protected override void Forward<T>(in Operands operands) =>
        Permute.Copy(operands.Read<T>(0), operands[0].Shape.Sizes, Axes.Items, operands.Write<T>());

    protected internal override Tensor Derivative(int input, in DerivativeLink link) => link.Upstream.Permute(Inverse().Items);

    private ValueList<int> Inverse()
    {
        int[] inverse = new int[Axes.Length];
        for (int place = 0; place < Axes.Length; place++) inverse[Axes[place]] = place;
        return [.. inverse];
    }

    [DoesNotReturn]
    internal static void ThrowNoPermutation(ReadOnlySpan<int> axes, Shape shape) => throw new ShapeException(
        $"permute: [{string.Join(", ", axes.ToArray())}] is not an order of the {shape.Rank} axes of {shape}; name each of them once");
}

public sealed partial class Tensor
{
    /// <summary>A copy with the axes in another order: axis i of the result is axis <c>axes[i]</c> of this tensor.</summary>
    /// <param name="axes">Every axis once; negative ones count from the last.</param>
    /// <exception cref="ShapeException">An axis is missing, named twice or not there.</exception>
    public Tensor Permute(params ReadOnlySpan<int> axes)
    {
        int[] order = new int[axes.Length];
        for (int place = 0; place < order.Length; place++) order[place] = Shape.Axis(axes[place], "permute");
        if (order.Length != Rank || order.Distinct().Count() != Rank) PermuteOp.ThrowNoPermutation(axes, Shape);
        return order.SequenceEqual(Enumerable.Range(0, Rank)) ? this : new PermuteOp([.. order]).Apply(this);
    }

    /// <summary>A copy with two axes swapped: the last two when none are named.</summary>
    /// <exception cref="ShapeException">There is no such axis.</exception>
    public Tensor Transpose(int first = -2, int second = -1)
    {
        (first, second) = (Shape.Axis(first, "transpose"), Shape.Axis(second, "transpose"));
        int[] order = [.. Enumerable.Range(0, Rank)];
        (order[first], order[second]) = (second, first);
        return Permute(order);
    }
}
