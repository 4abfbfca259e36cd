using System.Globalization;
using Denpa.Cli.Language;

namespace Denpa.Cli.Output;

/// <summary>Whole numbers as people read them.</summary>
internal static class Quantity
{
    /// <summary>A number with thin groups: 1 797.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>So many of something: 1 row, 1 797 rows.</summary>
    /// <param name="number">The number.</param>
    /// <param name="noun">What is counted, one of it.</param>
    public static string Of(long number, string noun) => Phrase.Find($"{{0}} {noun}s") is { } other
        ? string.Format(CultureInfo.InvariantCulture, other, Of(number))
        : $"{Of(number)} {noun}{(number == 1 ? "" : "s")}";
}
