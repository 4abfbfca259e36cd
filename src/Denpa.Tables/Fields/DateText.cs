using System.Globalization;
using System.Text;

namespace Denpa.Tables;

/// <summary>
/// Reads ISO 8601 dates in their extended form: 2024-02-29, with a time after T or a space (hours and minutes, seconds,
/// fractions), with or without an offset. The clock is taken as it is written; an offset is read and not applied.
/// </summary>
internal static class DateText
{
    private const int ShortestLength = 10;
    private const int LongestLength = 40;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryRead(ReadOnlySpan<byte> field, out DateTime date)
    {
        date = default;
        if (field.Length is < ShortestLength or > LongestLength || field[4] != (byte)'-') return false;
        Span<char> text = stackalloc char[LongestLength];
        int length = Encoding.UTF8.GetChars(field, text);
        const DateTimeStyles style = DateTimeStyles.AssumeUniversal;
        if (!DateTimeOffset.TryParseExact(text[..length], Formats, CultureInfo.InvariantCulture, style, out DateTimeOffset read))
            return false;
        date = read.DateTime;
        return true;
    }
}
