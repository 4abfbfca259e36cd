namespace Denpa;

/// <summary>Gradient descent of plain functions of a vector: x ← x − η ∇f(x).</summary>
public static class GradientDescent
{
    /// <summary>How many times its first magnitude (or 1) a function must have risen by to count as diverged.</summary>
    private const double DivergenceFactor = 1e6;

    /// <summary>Goes down a function by central differences.</summary>
    /// <param name="function">f.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="steps">How many steps to take; fewer are taken when f or a coordinate is no longer finite.</param>
    /// <param name="differenceStep">The step h of the differences.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static DescentResult Minimize(
        Func<ReadOnlySpan<double>, double> function,
        ReadOnlySpan<double> start,
        double learningRate,
        int steps,
        double differenceStep = NumericalGradient.DefaultCentralStep) =>
        Minimize(function, point => NumericalGradient.Central(function, point, differenceStep), start, learningRate, steps);

    /// <summary>Goes down a function by its gradient.</summary>
    /// <param name="function">f.</param>
    /// <param name="gradient">∇f.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="steps">How many steps to take; fewer are taken when f or a coordinate is no longer finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static DescentResult Minimize(
        Func<ReadOnlySpan<double>, double> function,
        Func<ReadOnlySpan<double>, double[]> gradient,
        ReadOnlySpan<double> start,
        double learningRate,
        int steps)
    {
        NumberRange.RequireNotNegative(learningRate, nameof(learningRate));
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        double[] point = start.ToArray();
        double first = function(point);
        double limit = first + (DivergenceFactor * Math.Max(1, Math.Abs(first)));
        List<DescentPoint> path = [new(point, first)];
        int? divergedAt = null;
        while (path[^1].IsFinite && path.Count <= steps)
        {
            double[] slope = gradient(point);
            point = [.. point.Zip(slope, (x, s) => x - (learningRate * s))];
            path.Add(new DescentPoint(point, function(point)));
            if (!(path[^1].Value <= limit)) divergedAt ??= path.Count - 1;
        }

        return new DescentResult(path, divergedAt);
    }
}

/// <summary>A place on the way down.</summary>
/// <param name="Point">x.</param>
/// <param name="Value">f(x).</param>
public sealed record DescentPoint(IReadOnlyList<double> Point, double Value)
{
    /// <summary>Whether the value and every coordinate is finite.</summary>
    public bool IsFinite => double.IsFinite(Value) && Point.All(double.IsFinite);
}

/// <summary>How a descent went.</summary>
/// <param name="Path">Every place from the start on, one for each step.</param>
/// <param name="DivergedAt">
/// The first step after which the function had risen by a million times its first magnitude, or was NaN; null when it never did.
/// </param>
public sealed record DescentResult(IReadOnlyList<DescentPoint> Path, int? DivergedAt)
{
    /// <summary>Where it ended.</summary>
    public DescentPoint End => Path[^1];

    /// <summary>The step after which something was no longer finite, which ended the descent; null when all stayed finite.</summary>
    public int? NonFiniteAt => End.IsFinite ? null : Path.Count - 1;
}
