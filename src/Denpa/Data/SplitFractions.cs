using System.Globalization;

namespace Denpa;

/// <summary>
/// How large the parts of a split are, relative to each other: 80, 10 and 10 are as good as 0.8, 0.1 and 0.1. A part of 0 is
/// left empty.
/// </summary>
public sealed record SplitFractions
{
    /// <summary>Parts of these sizes.</summary>
    /// <exception cref="ArgumentException">A number is negative or not finite, or the training part is 0.</exception>
    public SplitFractions(double training, double validation, double test)
    {
        double sum = training + validation + test;
        if (!(training > 0 && validation >= 0 && test >= 0 && double.IsFinite(sum)))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"split: {training}/{validation}/{test} are no parts: they must be finite and not negative, the first (training) above 0"));
        }

        (Training, Validation, Test) = (training / sum, validation / sum, test / sum);
    }

    /// <summary>Eight tenths to train, one to validate, one to test.</summary>
    public static SplitFractions Default { get; } = new(80, 10, 10);

    /// <summary>The share of the training rows, from 0 to 1.</summary>
    public double Training { get; }

    /// <summary>The share of the validation rows, from 0 to 1.</summary>
    public double Validation { get; }

    /// <summary>The share of the test rows, from 0 to 1.</summary>
    public double Test { get; }

    /// <summary>In percent, such as <c>80/10/10</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Training * 100:0.##}/{Validation * 100:0.##}/{Test * 100:0.##}");
}
