using System.Diagnostics.CodeAnalysis;

namespace Denpa;

/// <summary>Predicted and true numbers side by side, in double precision.</summary>
internal static class PredictionErrors
{
    /// <summary>Predictions less targets.</summary>
    /// <exception cref="ShapeException">There are none, or not as many of one as of the other.</exception>
    public static double[] Of(string metric, Tensor predictions, Tensor targets)
    {
        bool sameRows = predictions.Rank > 0 && targets.Rank > 0 && predictions.Shape[0] == targets.Shape[0];
        if (!sameRows || predictions.Length != targets.Length || predictions.Length == 0) ThrowShapes(metric, predictions, targets);
        double[] errors = new double[predictions.Length];
        for (int i = 0; i < errors.Length; i++) errors[i] = predictions.ElementAt(i) - targets.ElementAt(i);
        return errors;
    }

    [DoesNotReturn]
    private static void ThrowShapes(string metric, Tensor predictions, Tensor targets) => throw new ShapeException(
        $"{metric}: predictions {predictions.Shape} and targets {targets.Shape} do not have the same rows and columns, at least one");
}
