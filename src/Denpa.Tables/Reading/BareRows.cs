namespace Denpa.Tables;

/// <summary>
/// Reads rows without any quotes, digit by digit: it finds the ends of fields while it reads them as numbers. What it cannot be
/// sure of it leaves to the CSV reader, which finds the same rows, or what is wrong with them.
/// </summary>
internal static class BareRows
{
    /// <summary>Characters that cannot be part of a number, nor of the spaces around a field.</summary>
    private const string Delimiters = ",;\t|:";

    /// <summary>Adds all rows of a text that ends with a line.</summary>
    /// <returns>False when it is left to the CSV reader; some rows may have been added then.</returns>
    public static bool TryAppend(ReadOnlySpan<byte> text, RowGatherer rows)
    {
        if (!Delimiters.Contains(rows.Shape.Delimiter)) return false;
        if (text.IsEmpty || text[^1] != (byte)'\n' || text.Contains((byte)'"') || !RecordChecks.AreBytesGood(text, rows.Shape)) return false;
        var line = 0;
        for (var position = 0; position < text.Length;)
        {
            line++;
            var lineEnd = LengthOfLineEnd(text, position);
            if (lineEnd == 0)
            {
                if (!TryAppendRow(text, ref position, rows)) return false;
                rows.EndRow(line);
                lineEnd = LengthOfLineEnd(text, position);
            }
            position += lineEnd;
        }
        return true;
    }

    private static bool TryAppendRow(ReadOnlySpan<byte> text, ref int position, RowGatherer rows)
    {
        var delimiter = (byte)rows.Shape.Delimiter;
        var mark = rows.Shape.MayUseDecimalComma ? (byte)',' : (byte)'.';
        var columns = rows.Columns;
        var at = position;
        for (var i = 0; i < columns.Length; i++)
        {
            var start = at;
            if (!TryReadDecimal(text, ref at, mark, out var units, out var decimals, out var usedMark)
                || !IsEndOfField(text, at, delimiter)
                || !columns[i].TryAppend(units, decimals, usedMark))
            {
                at = start + text[start..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
                var field = text[start..at].Trim(" \t"u8);
                if (columns.Length == 1 && field.IsEmpty) return false;
                columns[i].Append(field);
            }
            if (i < columns.Length - 1)
            {
                if (text[at] != delimiter) return false;
                at++;
            }
        }
        position = at;
        return LengthOfLineEnd(text, at) > 0;
    }

    private static bool IsEndOfField(ReadOnlySpan<byte> text, int at, byte delimiter) =>
        text[at] == delimiter || text[at] == (byte)'\n' || text[at] == (byte)'\r';

    /// <summary>1 for a line feed, 2 for one after a carriage return, 0 elsewhere.</summary>
    private static int LengthOfLineEnd(ReadOnlySpan<byte> text, int at) =>
        text[at] == (byte)'\n' ? 1 : text[at] == (byte)'\r' && at + 1 < text.Length && text[at + 1] == (byte)'\n' ? 2 : 0;

    /// <summary>Reads digits up to the first letter that cannot be part of the number.</summary>
    private static bool TryReadDecimal(
        ReadOnlySpan<byte> text, ref int position, byte otherMark, out long units, out int decimals, out byte mark)
    {
        (decimals, mark) = (0, 0);
        var at = position;
        var isNegative = text[at] == (byte)'-';
        if (isNegative) at++;
        var start = at;
        long digits = 0;
        uint digit;
        while ((digit = (uint)text[at] - '0') <= 9)
        {
            digits = digits * 10 + digit;
            at++;
        }
        var whole = at - start;
        var length = whole;
        if (text[at] == (byte)'.' || text[at] == otherMark)
        {
            mark = text[at++];
            var first = at;
            while ((digit = (uint)text[at] - '0') <= 9)
            {
                digits = digits * 10 + digit;
                at++;
            }
            decimals = at - first;
            length += decimals;
        }
        position = at;
        var leadingZero = text[start] == (byte)'0' ? 1 : 0;
        units = !isNegative ? digits : digits == 0 ? DecimalText.MinusZero : -digits;
        return whole > 0
            && length - leadingZero <= DecimalForm.MostDigits
            && (whole == 1 || leadingZero == 0)
            && (mark == 0 || decimals > 0);
    }
}
