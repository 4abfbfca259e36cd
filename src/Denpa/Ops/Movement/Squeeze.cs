using System.Diagnostics.CodeAnalysis;

namespace Denpa;

public sealed partial class Tensor
{
    /// <summary>This tensor without some axes of size 1: all of them when none are named.</summary>
    /// <exception cref="ShapeException">A named axis is not there, or its size is not 1.</exception>
    public Tensor Squeeze(Axes? axes = null)
    {
        Shape shape = Shape;
        int[] dropped = axes?.Of(shape, "squeeze") ?? [.. Enumerable.Range(0, shape.Rank).Where(axis => shape[axis] == 1)];
        foreach (int axis in dropped)
        {
            if (shape[axis] != 1) ThrowAxisToSqueezeNotOne(shape, axis);
        }

        return Reshape(new Shape([.. Enumerable.Range(0, shape.Rank).Except(dropped).Select(axis => shape[axis])]));
    }

    /// <summary>This tensor with one more axis, of size 1.</summary>
    /// <param name="axis">Where the new axis comes in the result; a negative one counts from the result's last.</param>
    /// <exception cref="ShapeException">The result would have no such axis.</exception>
    public Tensor Unsqueeze(int axis) => Reshape(Shape.Insert(Shape.NewAxis(axis, "unsqueeze"), 1));

    [DoesNotReturn]
    private static void ThrowAxisToSqueezeNotOne(Shape shape, int axis) =>
        throw new ShapeException($"squeeze: axis {axis} of {shape} has size {shape[axis]}; only an axis of size 1 can go");
}
