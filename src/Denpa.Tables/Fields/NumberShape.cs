namespace Denpa.Tables;

/// <summary>What the marks of one number say of its column's.</summary>
internal enum NumberMarks
{
    /// <summary>There are none, or only spaces and apostrophes.</summary>
    None,

    /// <summary>A point can only be the decimal mark, or commas can only mark thousands.</summary>
    DecimalPoint,

    /// <summary>A comma can only be the decimal mark, or points can only mark thousands.</summary>
    DecimalComma,

    /// <summary>One point before exactly three digits may be either.</summary>
    PointInDoubt,

    /// <summary>One comma before exactly three digits may be either.</summary>
    CommaInDoubt,
}

/// <summary>
/// A number as people write it, taken apart: sign or parentheses, a unit before or behind, digits in groups of three, decimals, and
/// an exponent; in full-width letters too.
/// </summary>
internal readonly ref struct NumberShape
{
    /// <summary>How long the buffer for a reading must be.</summary>
    public const int ScratchLength = 3 * Longest;

    /// <summary>No number that people write has more letters, nor more bytes of UTF-8.</summary>
    private const int Longest = 96;

    private const int MostDigitsOfNumber = 15;

    /// <summary>The number in ASCII, with a point for the decimal mark, or for the mark in doubt.</summary>
    private readonly ReadOnlySpan<char> digits;

    private NumberShape(ReadOnlySpan<char> digits, ReadOnlySpan<char> unit, NumberMarks marks, bool hasGroups, bool isCode)
    {
        this.digits = digits;
        Unit = unit;
        Marks = marks;
        HasGroups = hasGroups;
        IsCode = isCode;
    }

    /// <summary>What stands before or behind the number; it lies in the buffer.</summary>
    public ReadOnlySpan<char> Unit { get; }

    public NumberMarks Marks { get; }

    /// <summary>Whether its digits are in groups, or may be.</summary>
    public bool HasGroups { get; }

    /// <summary>Whether it is a code rather than a number: a zero leads its digits, or there are more than 15.</summary>
    public bool IsCode { get; }

    /// <param name="field">The text.</param>
    /// <param name="scratch"><see cref="ScratchLength"/> letters.</param>
    /// <param name="shape">The number.</param>
    /// <returns>False for what is no number.</returns>
    public static bool TryRead(ReadOnlySpan<byte> field, Span<char> scratch, out NumberShape shape)
    {
        shape = default;
        if (field.Length > Longest || !HasDigit(field)) return false;
        ReadOnlySpan<char> text = PlainLetters.Of(field, scratch[..Longest]);
        bool isNegative = false;
        if (text is ['(', .., ')']) text = InParentheses(text, out isNegative);
        else TakeSign(ref text, ref isNegative);

        int start = 0;
        while (start < text.Length && !IsStart(text[start..])) start++;
        ReadOnlySpan<char> before = text[..start].Trim(' ');
        if (!isNegative && before is [.., '-'])
        {
            before = before[..^1].Trim(' ');
            isNegative = true;
        }

        if (start == text.Length || (!before.IsEmpty && !NumberUnit.IsBefore(before))) return false;

        int end = EndOfDigits(text, start);
        int exponentEnd = EndOfExponent(text, end);
        ReadOnlySpan<char> behind = text[exponentEnd..].Trim(' ');
        if (!isNegative && behind is "-")
        {
            behind = [];
            isNegative = true;
        }

        bool isAttached = exponentEnd < text.Length && text[exponentEnd] != ' ';
        if (behind is "." && isAttached) behind = [];
        if (!behind.IsEmpty && !NumberUnit.IsBehind(behind, isAttached)) return false;

        ReadOnlySpan<char> body = text[start..end];
        if (!TryReadMarks(body, exponentEnd > end, out NumberMarks marks, out int decimalPlace, out bool hasGroups)) return false;
        Span<char> digits = scratch.Slice(Longest, Longest);
        int length = 0;
        if (isNegative) digits[length++] = '-';
        for (int i = 0; i < body.Length; i++)
        {
            if (char.IsAsciiDigit(body[i])) digits[length++] = body[i];
            else if (i == decimalPlace) digits[length++] = '.';
        }

        text[end..exponentEnd].CopyTo(digits[length..]);
        length += exponentEnd - end;
        bool isCode = before.IsEmpty && behind.IsEmpty && !body.ContainsAnyExceptInRange('0', '9') && exponentEnd == end
            && (body.Length > MostDigitsOfNumber || (body.Length > 1 && body[0] == '0'));
        shape = new NumberShape(digits[..length], UnitOf(before, behind, scratch[(2 * Longest)..]), marks, hasGroups, isCode);
        return true;
    }

    /// <summary>The number, if its column's decimal mark can be this.</summary>
    public bool TryParse(char decimalMark, out double value)
    {
        value = 0;
        ReadOnlySpan<char> number = digits;
        switch (Marks)
        {
            case NumberMarks.DecimalPoint when decimalMark != '.':
            case NumberMarks.DecimalComma when decimalMark != ',':
                return false;
            case NumberMarks.PointInDoubt when decimalMark != '.':
            case NumberMarks.CommaInDoubt when decimalMark != ',':
                int place = digits.IndexOf('.');
                Span<char> whole = stackalloc char[digits.Length - 1];
                digits[..place].CopyTo(whole);
                digits[(place + 1)..].CopyTo(whole[place..]);
                return NumberText.TryParse(whole, out value);
            default:
                return NumberText.TryParse(number, out value);
        }
    }

    /// <summary>Whether a text has a digit, in ASCII or full width.</summary>
    private static bool HasDigit(ReadOnlySpan<byte> field) =>
        field.ContainsAnyInRange((byte)'0', (byte)'9') || field.IndexOf("\uFF10"u8[..2]) >= 0;

    /// <summary>Accountants write a negative number so.</summary>
    private static ReadOnlySpan<char> InParentheses(ReadOnlySpan<char> text, out bool isNegative)
    {
        isNegative = true;
        return text[1..^1].Trim(' ');
    }

    private static void TakeSign(ref ReadOnlySpan<char> text, ref bool isNegative)
    {
        if (text.IsEmpty || text[0] is not ('+' or '-')) return;
        isNegative = text[0] == '-';
        text = text[1..].TrimStart(' ');
    }

    private static bool IsStart(ReadOnlySpan<char> text) =>
        char.IsAsciiDigit(text[0]) || (text[0] is '.' or ',' && text.Length > 1 && char.IsAsciiDigit(text[1]));

    /// <summary>Digits, with marks that stand before one.</summary>
    private static int EndOfDigits(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        for (; end < text.Length; end++)
        {
            char letter = text[end];
            if (char.IsAsciiDigit(letter)) continue;
            bool isMark = letter is '.' or ',' ? end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])
                : letter is ' ' or '\'' && IsGroup(text[(end + 1)..]);
            if (!isMark) break;
        }

        return end;
    }

    /// <summary>Exactly three digits stand at the beginning.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text) =>
        text.Length >= 3 && !text[..3].ContainsAnyExceptInRange('0', '9') && (text.Length == 3 || !char.IsAsciiDigit(text[3]));

    private static int EndOfExponent(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        if (end >= text.Length || text[end] is not ('e' or 'E')) return start;
        end++;
        if (end < text.Length && text[end] is '+' or '-') end++;
        int first = end;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end > first ? end : start;
    }

    /// <summary>What the marks between digits are.</summary>
    private static bool TryReadMarks(
        ReadOnlySpan<char> body, bool hasExponent, out NumberMarks marks, out int decimalPlace, out bool hasGroups)
    {
        (marks, decimalPlace, hasGroups) = (NumberMarks.None, -1, false);
        (int points, int commas) = (body.Count('.'), body.Count(','));
        int others = body.Count(' ') + body.Count('\'');
        if (points + commas == 0)
        {
            hasGroups = others > 0;
            return others == 0 || AreGroups(body);
        }

        int last = body.LastIndexOfAny('.', ',');
        char mark = body[last];
        (int same, int different) = mark == '.' ? (points, commas) : (commas, points);
        if (same > 1)
        {
            hasGroups = true;
            marks = mark == '.' ? NumberMarks.DecimalComma : NumberMarks.DecimalPoint;
            return different + others == 0 && AreGroups(body);
        }

        decimalPlace = last;
        hasGroups = different + others > 0;
        bool isInDoubt = !hasGroups && !hasExponent && last is >= 1 and <= 3 && body.Length - last == 4 && body[0] != '0';
        marks = (mark, isInDoubt) switch
        {
            ('.', true) => NumberMarks.PointInDoubt,
            ('.', false) => NumberMarks.DecimalPoint,
            (_, true) => NumberMarks.CommaInDoubt,
            _ => NumberMarks.DecimalComma,
        };
        return !body[last..].ContainsAny(' ', '\'') && (!hasGroups || AreGroups(body[..last]));
    }

    /// <summary>One to three digits, then three behind each mark; or two, as in India, but for the last three.</summary>
    private static bool AreGroups(ReadOnlySpan<char> body)
    {
        int first = body.IndexOfAnyExceptInRange('0', '9');
        if (first is < 1 or > 3 || body[0] == '0') return false;
        int length = 0;
        for (int i = body.Length - 1, group = 0; i >= first; i--)
        {
            if (char.IsAsciiDigit(body[i]))
            {
                length++;
                continue;
            }

            bool isIndian = group > 0 && length == 2 && body[i] == ',';
            if (length != 3 && !isIndian) return false;
            (length, group) = (0, group + 1);
        }

        return true;
    }

    private static ReadOnlySpan<char> UnitOf(ReadOnlySpan<char> before, ReadOnlySpan<char> behind, Span<char> scratch)
    {
        if (before.IsEmpty) return behind;
        if (behind.IsEmpty) return before;
        before.CopyTo(scratch);
        scratch[before.Length] = ' ';
        behind.CopyTo(scratch[(before.Length + 1)..]);
        return scratch[..(before.Length + 1 + behind.Length)];
    }
}
