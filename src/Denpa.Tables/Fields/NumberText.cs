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

/// <summary>
/// Reads numbers: sign, digits, decimal mark and exponent as the invariant culture has them, and beyond that what
/// <see cref="NumberShape"/> takes apart.
/// </summary>
internal static class NumberText
{
    public static NumberReading Read(ReadOnlySpan<byte> field, NumberFormat format, out double value)
    {
        bool isPlain = double.TryParse(field, NumberStyles.Float, NumberFormatInfo.InvariantInfo, out value);
        if (isPlain && !format.NeedsUnit && (format.DecimalMark == '.' || !field.Contains((byte)'.'))) return Rated(field, ref value);
        if (!TryReadShape(field, format, out value)) return IsNotFinite(field) ? NumberReading.NotFinite : NumberReading.NotANumber;
        return Rated(field, ref value);
    }

    /// <summary>Reads a number in ASCII, with a point.</summary>
    public static bool TryParse(ReadOnlySpan<char> number, out double value) =>
        double.TryParse(number, NumberStyles.Float, NumberFormatInfo.InvariantInfo, out value);

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Canonical(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool TryReadShape(ReadOnlySpan<byte> field, NumberFormat format, out double value)
    {
        value = 0;
        if (!NumberShape.TryRead(field, stackalloc char[NumberShape.ScratchLength], out NumberShape shape)) return false;
        bool isOfUnit = shape.Unit.IsEmpty ? !format.NeedsUnit : shape.Unit.Equals(format.Unit, StringComparison.OrdinalIgnoreCase);
        return isOfUnit && shape.TryParse(format.DecimalMark, out value);
    }

    private static NumberReading Rated(ReadOnlySpan<byte> field, ref double value)
    {
        // Adding zero turns minus zero into zero, so that one number has one text.
        value += 0.0;
        if (Math.Abs(value) <= float.MaxValue) return NumberReading.Number;
        return field.ContainsAnyInRange((byte)'0', (byte)'9') ? NumberReading.OutOfRange : NumberReading.NotFinite;
    }

    /// <summary>NaN, and infinity in the spellings of .NET and of other programs.</summary>
    private static bool IsNotFinite(ReadOnlySpan<byte> field)
    {
        ReadOnlySpan<byte> unsigned = field.TrimStart("+-"u8);
        return Ascii.EqualsIgnoreCase(unsigned, "inf"u8) || Ascii.EqualsIgnoreCase(unsigned, "infinity"u8)
            || Ascii.EqualsIgnoreCase(unsigned, "nan"u8) || unsigned.SequenceEqual("∞"u8);
    }
}
