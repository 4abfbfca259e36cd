using System.Globalization;
using System.Text.RegularExpressions;

namespace Denpa.Cli.Options;

/// <summary>A time as people write it: 60s, 5 min, 1h30m.</summary>
internal static partial class TimeText
{
    /// <summary>Whether a text is a number alone, of which nothing says what it counts.</summary>
    public static bool IsBare(string text) => Bare().IsMatch(text);

    /// <summary>The time; null where the text is none, or it is 0 or longer than can be waited for.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (!Form().IsMatch(text)) return null;
        double seconds = Part().Matches(text).Sum(part =>
            double.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture) * Seconds(part.Groups["unit"].Value));
        return seconds > 0 && seconds <= TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double Seconds(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        's' or '秒' => 1,
        'm' or '分' => 60,
        'h' or '時' => 3600,
        _ => 86400,
    };

    [GeneratedRegex(@"^\s*\d+(\.\d+)?\s*$")]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^\s*(?:\d+(?:\.\d+)?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|秒間?|分間?|時間|日間?)\s*)+$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?<number>\d+(?:\.\d+)?)\s*(?<unit>\D)", RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
