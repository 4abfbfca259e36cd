using System.Numerics;
using System.Runtime.CompilerServices;

namespace Denpa.Tables;

/// <summary>The standardisation z = (x − mean) / standard deviation, and its inverse.</summary>
/// <param name="Mean">The mean of the training rows.</param>
/// <param name="StandardDeviation">Their standard deviation; 1 where it would be zero.</param>
public readonly record struct Scaling(double Mean, double StandardDeviation)
{
    /// <summary>The standardised value.</summary>
    public double Standardize(double value) => (value - Mean) / StandardDeviation;

    /// <summary>Standardises values in place, to the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Standardize(Span<double> values)
    {
        (Vector<double> means, Vector<double> deviations) = (new Vector<double>(Mean), new Vector<double>(StandardDeviation));
        for (; values.Length >= Vector<double>.Count; values = values[Vector<double>.Count..])
            ((new Vector<double>(values) - means) / deviations).CopyTo(values);
        foreach (ref double value in values) value = Standardize(value);
    }

    /// <summary>The value that was standardised.</summary>
    public double Restore(double standardized) => standardized * StandardDeviation + Mean;

    internal const string Requirement = "must be within ±3.4e38 as numbers in tables are, its standard deviation above zero";

    /// <summary>
    /// Whether numbers in tables can have this mean and deviation, so that what a network answers is restored to a finite one.
    /// </summary>
    internal bool IsValid => IsOfTable(Mean) && IsOfTable(StandardDeviation) && StandardDeviation > 0;

    /// <summary>Whether a number can stand in a table, or be the deviation of such numbers, which may round to a little more.</summary>
    internal static bool IsOfTable(double number) => Math.Abs(number) <= 2.0 * float.MaxValue;
}
