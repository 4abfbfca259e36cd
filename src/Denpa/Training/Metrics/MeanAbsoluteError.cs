namespace Denpa;

/// <summary>The mean of how far predictions are from targets, in the unit of the targets.</summary>
public static class MeanAbsoluteError
{
    /// <summary>The error over all elements, from 0 up.</summary>
    /// <param name="predictions">Predicted numbers, [n] or [n, k].</param>
    /// <param name="targets">True numbers, as many.</param>
    /// <exception cref="ShapeException">There are none, or not as many of one as of the other.</exception>
    public static double Of(Tensor predictions, Tensor targets) =>
        PredictionErrors.Of("mean absolute error", predictions, targets).Average(Math.Abs);
}
