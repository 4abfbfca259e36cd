using System.Globalization;
using System.Text;

namespace Denpa.Tables;

/// <summary>What a field is when read as a number.</summary>
internal enum NumberReading
{
    /// <summary>A number that float32 can hold.</summary>
    Number,

    /// <summary>NaN or an infinity, in words.</summary>
    NotFinite,

    /// <summary>Digits that say a number beyond ±3.4e38, the largest float32.</summary>
    OutOfRange,

    /// <summary>Anything else.</summary>
    NotANumber,
}

/// <summary>Reads numbers in the invariant culture: sign, digits, decimal point or comma, exponent; no thousands separators.</summary>
internal static class NumberText
{
    private static readonly NumberFormatInfo DecimalComma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    public static NumberReading Read(ReadOnlySpan<byte> field, bool decimalComma, out double value)
    {
        NumberFormatInfo format = decimalComma ? DecimalComma : NumberFormatInfo.InvariantInfo;
        if (!double.TryParse(field, NumberStyles.Float, format, out value))
            return IsInfinity(field) ? NumberReading.NotFinite : NumberReading.NotANumber;

        // Adding zero turns minus zero into zero, so that one number has one text.
        value += 0.0;
        if (Math.Abs(value) <= float.MaxValue) return NumberReading.Number;
        return field.ContainsAnyInRange((byte)'0', (byte)'9') ? NumberReading.OutOfRange : NumberReading.NotFinite;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Canonical(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The spellings of infinity that other programs write and .NET does not read.</summary>
    private static bool IsInfinity(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> unsigned = field.TrimStart("+-"u8);
        return Ascii.EqualsIgnoreCase(unsigned, "inf"u8);
    }
}
