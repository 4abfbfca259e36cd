namespace Denpa;

/// <summary>
/// The coefficient of determination R², 1 − Σ(t − p)² / Σ(t − t̄)²: how much better predictions are than the targets' mean. 1 is
/// perfect, 0 no better than the mean, below 0 worse.
/// </summary>
public static class RSquared
{
    /// <summary>R², the mean of that of each column. Of targets that are all the same it is 1 if all are hit, else 0.</summary>
    /// <param name="predictions">Predicted numbers, [n] or [n, k].</param>
    /// <param name="targets">True numbers, as many.</param>
    /// <exception cref="ShapeException">There are none, or not as many of one as of the other.</exception>
    public static double Of(Tensor predictions, Tensor targets)
    {
        double[] errors = PredictionErrors.Of("R²", predictions, targets);
        int columns = errors.Length / predictions.Shape[0];
        double sum = 0;
        for (int column = 0; column < columns; column++)
        {
            int[] positions = [.. Enumerable.Range(0, predictions.Shape[0]).Select(row => (row * columns) + column)];
            double mean = positions.Average(targets.ElementAt);
            double squares = positions.Sum(position => errors[position] * errors[position]);
            double variation = positions.Sum(position => Math.Pow(targets.ElementAt(position) - mean, 2));
            sum += (squares, variation) switch { (0, _) => 1, (_, 0) => 0, _ => 1 - (squares / variation) };
        }

        return sum / columns;
    }
}
