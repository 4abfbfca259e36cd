using System.Globalization;
using System.Numerics;

namespace Denpa;

/// <summary>The shortest decimal number that reads back to the same floating-point number: 0.d₁d₂d₃… · 10ᵖ.</summary>
internal readonly struct ShortestDecimal
{
    private readonly string sign;
    private readonly int point;    // where the decimal point stands, counted in digits from the first

    private ShortestDecimal(string text)
    {
        string[] parts = text.TrimStart('-').Split('E');
        string[] mantissa = parts[0].Split('.');
        string digits = string.Concat(mantissa);
        string significant = digits.TrimStart('0');
        sign = text.StartsWith('-') ? "-" : "";
        point = mantissa[0].Length - (digits.Length - significant.Length);
        point += parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        Digits = significant.TrimEnd('0');
        if (Digits.Length == 0) (Digits, point) = ("0", 1);
    }

    /// <summary>The significant digits, at least one.</summary>
    public string Digits { get; }

    /// <summary>How many digits stand after the decimal point when there is no exponent.</summary>
    public int DigitsAfterPoint => Math.Max(0, Digits.Length - point);

    public static ShortestDecimal Of<T>(T value)
        where T : IBinaryFloatingPointIeee754<T> => new(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Such as <c>e-05</c>: a sign and two digits or more.</summary>
    public static string ExponentText(int exponent, int digits = 2) =>
        (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString($"D{Math.Max(2, digits)}", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>0.001</c> or <c>100.0</c>.</summary>
    public string Positional()
    {
        string whole = point <= 0 ? "0" : Digits.PadRight(point, '0')[..point];
        string fraction = point <= 0 ? new string('0', -point) + Digits : Digits.Length > point ? Digits[point..] : "0";
        return $"{sign}{whole}.{fraction}";
    }

    /// <summary>Such as <c>1.5e-07</c> or <c>1e+16</c>.</summary>
    public string Scientific() => sign + Digits[..1] + (Digits.Length > 1 ? $".{Digits[1..]}" : "") + ExponentText(point - 1);
}
