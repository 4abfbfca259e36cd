namespace Denpa.Tests;

/// <summary>Test statistics. At a fixed seed a test on one of them always gives the same answer.</summary>
internal static class Statistics
{
    /// <summary>Pearson's χ² of counts against equal expectations.</summary>
    public static double ChiSquare(IReadOnlyCollection<int> counts)
    {
        double expected = counts.Sum() / (double)counts.Count;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    /// <summary>√n times the largest distance of the samples' distribution function from the given one (Kolmogorov, Smirnov).</summary>
    public static double KolmogorovSmirnov(IEnumerable<double> samples, Func<double, double> distribution)
    {
        double[] sorted = samples.Order().ToArray();
        double largest = 0d;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = distribution(sorted[i]);
            largest = Math.Max(largest, Math.Max(expected - (double)i / sorted.Length, (i + 1d) / sorted.Length - expected));
        }

        return largest * Math.Sqrt(sorted.Length);
    }

    /// <summary>The standard normal distribution function by its series (Marsaglia, "Evaluating the normal distribution", 2004).</summary>
    public static double StandardNormal(double x)
    {
        (double term, double sum) = (x, x);
        for (int k = 3; Math.Abs(term) > 1e-17; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return 0.5 + sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    public static double Variance(IReadOnlyCollection<double> samples)
    {
        double mean = samples.Average();
        return samples.Average(sample => (sample - mean) * (sample - mean));
    }
}
