namespace Denpa;

/// <summary>
/// The coefficient of determination R², 1 − Σ(t − p)² / Σ(t − t̄)²: how much better predictions are than the targets' mean. 1 is
/// perfect, 0 no better than the mean, below 0 worse.
/// </summary>
public static class RSquared
{
    /// <summary>
    /// R², the mean of that of each column. Of targets that are all the same it is 1 if all are hit, else 0. It is NaN where a number is.
    /// </summary>
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
            double squares = positions.Sum(position => errors[position] * errors[position]);
            double variation = Variation([.. positions.Select(targets.ElementAt)]);
            sum += (squares, variation) switch { (0, _) => 1, (double.NaN, _) => double.NaN, (_, 0) => 0, _ => 1 - (squares / variation) };
        }

        return sum / columns;
    }

    /// <summary>
    /// Σ(t − t̄)². All is counted from the first target: of equal ones nothing is left, where a mean may miss them by a rounding.
    /// </summary>
    private static double Variation(double[] targets)
    {
        double[] offsets = Array.ConvertAll(targets, target => target - targets[0]);
        double mean = offsets.Average();
        return offsets.Sum(offset => (offset - mean) * (offset - mean));
    }
}
