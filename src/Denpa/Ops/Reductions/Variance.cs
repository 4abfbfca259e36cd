using System.Diagnostics.CodeAnalysis;

namespace Denpa;

public sealed partial class Tensor
{
    /// <summary>The variance along axes, Σ (x − mean)² / (n − correction), in two passes; float32 or float64.</summary>
    /// <param name="axes">The axes to work along; all of them when left out.</param>
    /// <param name="correction">
    /// What is taken from the number of elements: 1 (Bessel's) makes the variance of a sample an unbiased estimate, 0 gives the
    /// variance of the elements themselves.
    /// </param>
    /// <param name="keepDimensions">Whether those axes stay with size 1.</param>
    /// <exception cref="ShapeException">There is no such axis, or it has no more elements than the correction takes away.</exception>
    /// <exception cref="DTypeException">The elements are not floating-point numbers.</exception>
    public Tensor Variance(Axes axes = default, int correction = 1, bool keepDimensions = false)
    {
        if (!DType.IsFloatingPoint) DTypeException.ThrowNotFloating("variance", DType);
        long count = new ReductionAxes(axes, keepDimensions).Count(Shape, "variance");
        if (count == 0 || count <= correction) ThrowTooFewForVariance(Shape, axes, count, correction);
        Tensor distance = this - Mean(axes, keepDimensions: true);
        return (distance * distance).Sum(axes, keepDimensions) / (count - correction);
    }

    [DoesNotReturn]
    private static void ThrowTooFewForVariance(Shape shape, Axes axes, long count, int correction) => throw new ShapeException(
        $"variance: the elements of {shape} along axes [{string.Join(", ", axes.Of(shape, "variance"))}] number {count}, " +
        $"and a correction of {correction} leaves nothing to divide by");
}
