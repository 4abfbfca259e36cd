using System.Globalization;
using System.Text.RegularExpressions;

namespace Denpa.Tables;

/// <summary>
/// Reads dates as people and programs write them: year, month and day in this order with -, / or . between them, or as 年月日, with the
/// year also of a Japanese era; day, month and year with a year of four digits, or of two where all three have two; names of months in
/// several languages; and eight digits. A month without a day is its first day. A time may follow a day, down to nanoseconds, with a zone.
/// The clock is taken as it is written; an offset is read and not applied.
/// </summary>
internal static partial class DateText
{
    private const int Shortest = 6;
    private const int Longest = 48;

    /// <summary>Years of two digits below are of this century, as ISO C and POSIX have it.</summary>
    private const int FirstOfLastCentury = 69;

    /// <summary>What the field says as a date; null where it is none.</summary>
    public static DateReading? Read(ReadOnlySpan<byte> field)
    {
        if (field.Length is < Shortest or > 2 * Longest || !MayBeDate(field)) return null;
        Span<char> letters = PlainLetters.Of(field, stackalloc char[2 * Longest]);
        if (letters.Length is < Shortest or > Longest) return null;
        if (TryReadIso(letters, out DateTime date)) return new DateReading(date, date);
        string text = letters.ToString();
        return ReadYearFirst(text) ?? ReadYearLast(text) ?? ReadNamed(text) ?? ReadMonth(text);
    }

    /// <summary>A first look: most fields that are no dates have no digit at all.</summary>
    private static bool MayBeDate(ReadOnlySpan<byte> field) =>
        field.ContainsAnyInRange((byte)'0', (byte)'9') || field.IndexOf("\uFF10"u8[..2]) >= 0;

    /// <summary>The forms of ISO 8601 for a day alone, without a search for them.</summary>
    private static bool TryReadIso(ReadOnlySpan<char> text, out DateTime date)
    {
        date = default;
        string? form =
            text.Length == 10 && text[4] == '-' ? "yyyy-MM-dd"
            : text.Length == 8 && !text.ContainsAnyExceptInRange('0', '9') ? "yyyyMMdd"
            : null;
        return form is not null && DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static DateReading? ReadYearFirst(string text)
    {
        Match match = YearFirst().Match(text);
        if (!match.Success) return null;
        int year = match.Groups["era"].Success
            ? JapaneseEra.Year(match.Groups["era"].Value, match.Groups["year"].Value)
            : Number(match, "year");
        return Settled(year, Number(match, "month"), Number(match, "day"), match);
    }

    private static DateReading? ReadYearLast(string text)
    {
        Match match = YearLast().Match(text);
        if (!match.Success) return null;
        int year = Number(match, "year");
        if (match.Groups["year"].Length == 2)
        {
            if (match.Groups["left"].Length != 2 || match.Groups["right"].Length != 2) return null;
            year += year < FirstOfLastCentury ? 2000 : 1900;
        }

        (int left, int right) = (Number(match, "left"), Number(match, "right"));
        DateTime? dayFirst = Date(year, right, left, match);
        DateTime? monthFirst = match.Groups["mark"].Value == "." ? dayFirst : Date(year, left, right, match);
        return dayFirst is null && monthFirst is null ? null : new DateReading(dayFirst, monthFirst);
    }

    private static DateReading? ReadNamed(string text)
    {
        Match match = Named().Match(text);
        if (!match.Success) return null;
        if (MonthNames.Find(match.Groups["name"].Value) is not { } month) return null;
        int year = Number(match, "year");
        if (match.Groups["year"].Length == 2) year += year < FirstOfLastCentury ? 2000 : 1900;
        return Settled(year, month, Number(match, "day"), match);
    }

    private static DateReading? ReadMonth(string text)
    {
        Match match = MonthAlone().Match(text);
        if (!match.Success) return null;
        string name = match.Groups["name"].Value;
        int? month = name.Length > 0 ? MonthNames.Find(name) : Number(match, "month");
        return month is { } found ? Settled(Number(match, "year"), found, day: 1, match) : null;
    }

    private static DateReading? Settled(int year, int month, int day, Match match) =>
        Date(year, month, day, match) is { } date ? new DateReading(date, date) : null;

    private static DateTime? Date(int year, int month, int day, Match match)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (Clock(match) is not { } clock) return null;
        return new DateTime(year, month, day) + clock;
    }

    /// <summary>The time since midnight, zero where none is said; null for one that no clock shows.</summary>
    private static TimeSpan? Clock(Match match)
    {
        if (!match.Groups["hour"].Success) return TimeSpan.Zero;
        (int hour, int minute, int second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        string half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0)
        {
            if (hour > 12) return null;
            hour = (hour % 12) + (half is "pm" or "p.m." or "午後" ? 12 : 0);
        }

        bool isMidnight = hour == 24 && minute == 0 && second == 0;
        if ((hour > 23 && !isMidnight) || minute > 59 || second > 60) return null;
        ReadOnlySpan<char> fraction = match.Groups["fraction"].ValueSpan;
        const int digitsOfTick = 7;
        string ticks = fraction[..Math.Min(fraction.Length, digitsOfTick)].ToString().PadRight(digitsOfTick, '0');
        return new TimeSpan(hour, minute, Math.Min(second, 59)) + new TimeSpan(long.Parse(ticks, CultureInfo.InvariantCulture));
    }

    private static int Number(Match match, string group) => match.Groups[group].Success
        ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : 0;

    private const string Time = """
        (?:(?:[T,]?\ *)(?<half>午前|午後)?\ ?(?<hour>\d{1,2})(?:(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,12}))?)?)
        |(?:時(?:(?<minute>\d{1,2})分(?:(?<second>\d{1,2})秒)?)?))
        (?:\ ?(?<half>[AaPp]\.?[Mm]\.?))?(?:\ ?(?:Z|UTC|GMT|JST|[+-]\d{2}(?::?\d{2})?))?(?:\[[\w/+-]+\])?)?
        """;

    [GeneratedRegex(
        """
        ^(?:(?<era>明治|大正|昭和|平成|令和|[MTSHR])\ ?(?<year>\d{1,2}|元)|(?<year>\d{4}))
        (?:(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})|年\ ?(?<month>\d{1,2})月\ ?(?<day>\d{1,2})日)
        (?:\ ?\([月火水木金土日]\))?
        """ + Time + "$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?<left>\d{1,2})(?<mark>[-/.])(?<right>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})" + Time + "$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(
        """
        ^(?:\p{L}{2,10}\.?,?\ )?
        (?:(?<day>\d{1,2})(?:st|nd|rd|th|er|º)?[-/\ .]+(?:de\ )?(?<name>\p{L}{3,10})\.?[-/\ ,]+(?:del?\ )?
        |(?<name>\p{L}{3,10})\.?\ (?<day>\d{1,2})(?:st|nd|rd|th)?,?\ )
        (?<year>\d{4}|\d{2})
        """ + Time + "$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>A year that tables are about, before or after a month. 2010/11 is none: that is how seasons are written.</summary>
    [GeneratedRegex(
        """
        ^(?:(?<year>1[5-9]\d\d|2[01]\d\d)(?:-(?<month>\d{2})|年\ ?(?<month>\d{1,2})月|[-/\ ](?<name>\p{L}{3,10})\.?)
        |(?<name>\p{L}{3,10})\.?[-/,\ ]+(?:del?\ )?(?<year>1[5-9]\d\d|2[01]\d\d))$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex MonthAlone();
}
