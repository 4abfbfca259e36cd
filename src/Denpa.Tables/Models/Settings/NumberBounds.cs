using System.Globalization;

namespace Denpa.Tables;

/// <summary>Which numbers a setting may be, and how a message says so. NaN and infinity are none of them.</summary>
/// <param name="Words">What to give: a number above 0.</param>
/// <param name="Holds">Whether a finite number is within.</param>
internal sealed record NumberBounds(string Words, Func<double, bool> Holds)
{
    public static NumberBounds Positive { get; } = new("a number above 0", value => value > 0);

    public static NumberBounds NotNegative { get; } = new("a number of at least 0", value => value >= 0);

    public static NumberBounds Fraction { get; } = new("a number of at least 0 and less than 1", value => value is >= 0 and < 1);

    public static NumberBounds BetweenZeroAndOne { get; } = new("a number between 0 and 1", value => value is > 0 and < 1);

    public static NumberBounds WholeFrom(int least) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number of at least {least}"),
        value => value >= least && double.IsInteger(value));

    public static NumberBounds Whole(int least, int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        value => value >= least && value <= most && double.IsInteger(value));

    public bool Contain(double value) => double.IsFinite(value) && Holds(value);

    public override string ToString() => Words;
}
