namespace Denpa;

/// <summary>
/// Back propagation held against central differences, in float64: (f(x + h) − f(x − h)) / 2h for every element of every input.
/// The output is contracted with a random gradient first, because a gradient of ones hides errors that sum to zero, as a
/// softmax's do.
/// </summary>
public static class GradientCheck
{
    /// <summary>The step h of the central differences when none is given: near the cube root of float64's precision.</summary>
    private const double DefaultStep = 1e-5;

    /// <summary>Checks a function of tensors.</summary>
    /// <param name="function">The function; it gives the same output whenever it is called with the same inputs.</param>
    /// <param name="inputs">Where to check. Float64 inputs are checked, integer and bool ones are held fixed.</param>
    /// <param name="generator">Draws the output's gradient.</param>
    /// <param name="step">The step h of the central differences.</param>
    /// <exception cref="DTypeException">An input is float32, whose precision is too low for differences.</exception>
    public static GradientCheckResult Run(
        Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> inputs, Generator generator, double step = DefaultStep)
    {
        RequireFloat64(inputs);
        Tensor[] watched = [.. inputs.Select((input, i) => input.DType == DType.Float64 ? Copy(input).Watch($"input {i}") : input)];
        Tensor output = function(watched);
        Tensor upstream = Tensor.Uniform(output.Shape, generator, -1, 1, DType.Float64);
        Gradients gradients = output.Backward(upstream);
        List<GradientComparison> comparisons = [];
        for (int i = 0; i < watched.Length; i++)
        {
            if (!watched[i].IsTracked) continue;
            Tensor analytic = gradients.TryGet(watched[i]) ?? Tensor.Zeros(watched[i].Shape, DType.Float64);
            Span<double> elements = watched[i].Elements<double>();
            comparisons.AddRange(Compare($"input {i}", elements, analytic, () => Contract(function(watched), upstream), step));
        }

        return new GradientCheckResult(comparisons);
    }

    /// <summary>Checks a loss with respect to parameters.</summary>
    /// <param name="loss">The loss as a single element; the same whenever it is called with the same parameters.</param>
    /// <param name="parameters">The parameters, float64.</param>
    /// <param name="step">The step h of the central differences.</param>
    /// <exception cref="DTypeException">A parameter is float32, whose precision is too low for differences.</exception>
    public static GradientCheckResult Run(Func<Tensor> loss, IEnumerable<Parameter> parameters, double step = DefaultStep)
    {
        Parameter[] all = [.. parameters];
        RequireFloat64([.. all.Select(parameter => parameter.Value)]);
        Gradients gradients = loss().Backward();
        List<GradientComparison> comparisons = [];
        foreach (Parameter parameter in all)
        {
            Tensor analytic = gradients.TryGet(parameter) ?? Tensor.Zeros(parameter.Value.Shape, DType.Float64);
            comparisons.AddRange(Compare(parameter.Name, parameter.Value.Elements<double>(), analytic, () => loss().Item(), step));
        }

        return new GradientCheckResult(comparisons);
    }

    private static List<GradientComparison> Compare(
        string name, Span<double> elements, Tensor analytic, Func<double> evaluate, double step)
    {
        List<GradientComparison> comparisons = [];
        for (int i = 0; i < elements.Length; i++)
        {
            double value = elements[i];
            elements[i] = value + step;
            double above = evaluate();
            elements[i] = value - step;
            double below = evaluate();
            elements[i] = value;
            comparisons.Add(new GradientComparison(name, i, analytic.ElementAt(i), (above - below) / (2 * step)));
        }

        return comparisons;
    }

    private static double Contract(Tensor output, Tensor upstream) => (output * upstream).Sum().Item();

    private static Tensor Copy(Tensor tensor) => Tensor.From(tensor.AsSpan<double>(), tensor.Shape);

    private static void RequireFloat64(IEnumerable<Tensor> tensors)
    {
        if (tensors.Any(tensor => tensor.DType == DType.Float32))
        {
            throw new DTypeException("gradient check: float32 is too coarse for differences; convert with .To(DType.Float64)");
        }
    }
}

/// <summary>One element's derivative, by back propagation and by central difference.</summary>
/// <param name="Name">The input or parameter.</param>
/// <param name="Position">The element's row-major position in it.</param>
/// <param name="Analytic">The derivative by back propagation.</param>
/// <param name="Numeric">The derivative by central difference.</param>
public readonly record struct GradientComparison(string Name, int Position, double Analytic, double Numeric)
{
    /// <summary>The difference, relative to the larger of the two and 1; infinite where one is NaN.</summary>
    public double Error
    {
        get
        {
            double error = Math.Abs(Analytic - Numeric) / Math.Max(1, Math.Max(Math.Abs(Analytic), Math.Abs(Numeric)));
            return double.IsNaN(error) ? double.PositiveInfinity : error;
        }
    }
}

/// <summary>What a gradient check found, element by element.</summary>
/// <param name="Comparisons">Every element's two derivatives.</param>
public sealed record GradientCheckResult(IReadOnlyList<GradientComparison> Comparisons)
{
    /// <summary>The element with the largest error, or none when there was nothing to check.</summary>
    public GradientComparison? Worst => Comparisons.Count == 0 ? null : Comparisons.MaxBy(comparison => comparison.Error);

    /// <summary>The largest error, 0 when there was nothing to check.</summary>
    public double MaximumError => Worst?.Error ?? 0;
}
