namespace Denpa;

/// <summary>
/// Gradients of plain functions of a vector by differences. Every partial derivative is taken at the whole point with one
/// coordinate moved; f at a lone coordinate would be another function.
/// </summary>
public static class NumericalGradient
{
    /// <summary>
    /// The step of a forward difference when none is given: the square root of float64's precision, where truncation and round-off
    /// balance.
    /// </summary>
    public const double DefaultForwardStep = 1.5e-8;

    /// <summary>
    /// The step of a central difference when none is given: the cube root of float64's precision, where truncation and round-off
    /// balance.
    /// </summary>
    public const double DefaultCentralStep = 6e-6;

    /// <summary>(f(x + h eᵢ) − f(x)) / h for each i: off by about h/2 · f″.</summary>
    /// <param name="function">f; it must not keep the span.</param>
    /// <param name="point">x.</param>
    /// <param name="step">h, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public static double[] Forward(
        Func<ReadOnlySpan<double>, double> function, ReadOnlySpan<double> point, double step = DefaultForwardStep)
    {
        NumberRange.RequirePositive(step, nameof(step));
        double here = function(point);
        return Each(point, (moved, i) => (At(function, moved, i, step) - here) / step);
    }

    /// <summary>(f(x + h eᵢ) − f(x − h eᵢ)) / 2h for each i: off by about h²/6 · f‴.</summary>
    /// <param name="function">f; it must not keep the span.</param>
    /// <param name="point">x.</param>
    /// <param name="step">h, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public static double[] Central(
        Func<ReadOnlySpan<double>, double> function, ReadOnlySpan<double> point, double step = DefaultCentralStep)
    {
        NumberRange.RequirePositive(step, nameof(step));
        return Each(point, (moved, i) => (At(function, moved, i, step) - At(function, moved, i, -step)) / (2 * step));
    }

    private static double[] Each(ReadOnlySpan<double> point, Func<double[], int, double> partial)
    {
        double[] moved = point.ToArray();
        double[] gradient = new double[moved.Length];
        for (int i = 0; i < gradient.Length; i++) gradient[i] = partial(moved, i);
        return gradient;
    }

    private static double At(Func<ReadOnlySpan<double>, double> function, double[] point, int coordinate, double offset)
    {
        double value = point[coordinate];
        point[coordinate] = value + offset;
        double there = function(point);
        point[coordinate] = value;
        return there;
    }
}
