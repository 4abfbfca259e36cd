using System.Globalization;
using System.Numerics;

namespace Denpa;

/// <summary>
/// How the floating-point numbers of one tensor are written in columns, by NumPy's rules: as few digits as tell a number from
/// its neighbours, at most a precision, in scientific notation when sizes differ by more than a thousand or are extreme.
/// </summary>
internal sealed class FloatFormat<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool isScientific;
    private readonly int precision;
    private readonly int exponentDigits;
    private readonly int left;     // characters before the point
    private readonly int right;    // characters after it

    public FloatFormat(IEnumerable<T> numbers, int precision)
    {
        T[] all = [.. numbers];
        T[] finite = [.. all.Where(T.IsFinite)];
        isScientific = NeedsScientific(finite);
        this.precision = precision;
        if (isScientific)
        {
            string[][] parts = [.. finite.Select(value => TrimmedScientific(value).Split('.', 'e'))];
            left = parts.Max(part => part[0].Length);
            this.precision = parts.Max(part => part[1].Length);
            exponentDigits = parts.Max(part => part[2].Length) - 1;
            right = this.precision + exponentDigits + 2;
        }
        else if (finite.Length > 0)
        {
            string[][] parts = [.. finite.Select(value => Positional(value).Split('.'))];
            left = parts.Max(part => part[0].Length);
            right = parts.Max(part => part[1].Length);
        }

        int widest = all.Where(value => !T.IsFinite(value)).Select(value => NotFinite(value).Length).DefaultIfEmpty().Max();
        left = Math.Max(left, widest - right - 1);
    }

    /// <summary>A number by itself: as few digits as tell it from its neighbours, as <c>str</c> of a NumPy scalar gives.</summary>
    public static string Whole(T value)
    {
        if (!T.IsFinite(value)) return NotFinite(value);
        double magnitude = Math.Abs(double.CreateChecked(value));
        ShortestDecimal shortest = ShortestDecimal.Of(value);
        return magnitude is 0 or (>= 1e-4 and < 1e16) ? shortest.Positional() : shortest.Scientific();
    }

    /// <summary>The number, as wide as every other one of the tensor.</summary>
    public string Write(T value)
    {
        if (!T.IsFinite(value)) return NotFinite(value).PadLeft(left + 1 + right);
        string text = isScientific ? Scientific(value, precision) : Positional(value);
        return text.PadLeft(text.Length + left - text.IndexOf('.')).PadRight(left + 1 + right);
    }

    private static bool NeedsScientific(T[] finite)
    {
        T[] magnitudes = [.. finite.Where(value => value != T.Zero).Select(T.Abs)];
        if (magnitudes.Length == 0) return false;
        (T smallest, T largest) = (magnitudes.Min(), magnitudes.Max());
        return double.CreateChecked(largest) >= 1e8 || double.CreateChecked(smallest) < 1e-4 || largest / smallest > T.CreateChecked(1000);
    }

    private static string NotFinite(T value) => T.IsNaN(value) ? "nan" : T.IsNegative(value) ? "-inf" : "inf";

    private string Positional(T value)
    {
        int digits = Math.Min(ShortestDecimal.Of(value).DigitsAfterPoint, precision);
        string text = double.CreateChecked(value).ToString($"F{digits}", CultureInfo.InvariantCulture);
        return digits == 0 ? $"{text}." : text.TrimEnd('0');
    }

    private string TrimmedScientific(T value)
    {
        string[] parts = Scientific(value, Math.Min(ShortestDecimal.Of(value).Digits.Length - 1, precision)).Split('e');
        return $"{parts[0].TrimEnd('0')}e{parts[1]}";
    }

    private string Scientific(T value, int digits)
    {
        string[] parts = double.CreateChecked(value).ToString($"E{digits}", CultureInfo.InvariantCulture).Split('E');
        string mantissa = digits == 0 ? $"{parts[0]}." : parts[0];
        return mantissa + ShortestDecimal.ExponentText(int.Parse(parts[1], CultureInfo.InvariantCulture), exponentDigits);
    }
}
