using System.Globalization;

namespace Denpa.Cli.Output;

/// <summary>Numbers with as many digits as they deserve.</summary>
internal static class Significant
{
    private const int MostDecimals = 9;
    private const double Longest = 1e15;

    /// <summary>So many digits, or all of them before the point; very large and very small numbers by a power of ten.</summary>
    public static string Of(double value, int digits = 4)
    {
        double size = Math.Abs(value);
        if (size == 0 || !double.IsFinite(value)) return value.ToString(CultureInfo.InvariantCulture);
        int decimals = digits - 1 - (int)Math.Floor(Math.Log10(size));
        return size >= Longest || decimals > MostDecimals
            ? value.ToString($"G{digits}", CultureInfo.InvariantCulture)
            : value.ToString($"F{Math.Max(0, decimals)}", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A number that a network of some element type has answered, as the shortest decimal that reads back as the same in that type: what
    /// float64 would show of a float32 beyond that is no answer.
    /// </summary>
    public static double Answer(double value, DType type) => type == DType.Float32 && float.IsFinite((float)value)
        ? double.Parse(((float)value).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value;
}
