namespace Denpa.Tables;

/// <summary>
/// Reads plain decimals: -?digits[mark digits], at most 15 digits, without superfluous leading zeros; the texts that
/// <see cref="DecimalForm"/> writes.
/// </summary>
internal static class DecimalText
{
    /// <summary>Stands for a field without a value.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Stands for minus zero.</summary>
    public const long MinusZero = long.MinValue + 1;

    /// <param name="field">The text.</param>
    /// <param name="allowComma">Whether a comma is a decimal mark too.</param>
    /// <param name="units">The number in units of its last digit, or <see cref="MinusZero"/>.</param>
    /// <param name="decimals">How many digits follow the mark.</param>
    /// <param name="mark">The mark, zero where there is none.</param>
    public static bool TryRead(ReadOnlySpan<byte> field, bool allowComma, out long units, out int decimals, out byte mark)
    {
        (units, decimals, mark) = (0, 0, 0);
        bool isNegative = !field.IsEmpty && field[0] == (byte)'-';
        ReadOnlySpan<byte> number = isNegative ? field[1..] : field;
        if (number.Length is 0 or > DecimalForm.MostDigits + 2) return false;
        int digits = 0;
        foreach (byte letter in number)
        {
            uint digit = (uint)letter - '0';
            if (digit <= 9)
            {
                units = units * 10 + digit;
                digits++;
            }
            else if (mark == 0 && digits > 0 && (letter == (byte)'.' || (allowComma && letter == (byte)',')))
            {
                mark = letter;
                decimals = digits;
            }
            else
            {
                return false;
            }
        }

        int whole = mark == 0 ? digits : decimals;
        decimals = digits - whole;
        int leadingZero = number[0] == (byte)'0' ? 1 : 0;
        if (digits - leadingZero > DecimalForm.MostDigits || (mark != 0 && decimals == 0) || (whole > 1 && leadingZero > 0)) return false;
        if (isNegative) units = units == 0 ? MinusZero : -units;
        return true;
    }
}
