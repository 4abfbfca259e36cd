namespace Denpa.Tables.Tests;

public sealed class NumberBoundsTests
{
    private const double Least = double.Epsilon;
    private const double BelowOne = 1 - (1.0 / (1L << 53));

    public static TheoryData<string, double[], double[]> Kinds => new()
    {
        { "a number above 0", [Least, 1, 1e300], [0, -Least] },
        { "a number of at least 0", [0, -0.0, 1e300], [-Least] },
        { "a number of at least 0 and less than 1", [0, BelowOne], [-Least, 1] },
        { "a number between 0 and 1", [Least, BelowOne], [0, 1] },
        { "a whole number of at least 1", [1, 2, 1e9], [0, 1.5, -1] },
        { "a whole number from 2 to 5", [2, 5], [1, 6, 2.5] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_message_says_is_what_is_within(string words, double[] within, double[] beyond)
    {
        NumberBounds[] all =
        [
            NumberBounds.Positive, NumberBounds.NotNegative, NumberBounds.Fraction, NumberBounds.BetweenZeroAndOne,
            NumberBounds.WholeFrom(1), NumberBounds.Whole(2, 5),
        ];
        NumberBounds bounds = all.Single(each => each.ToString() == words);

        Assert.All(within, number => Assert.True(bounds.Contain(number)));
        Assert.All(
            [.. beyond, double.NaN, double.PositiveInfinity, double.NegativeInfinity], number => Assert.False(bounds.Contain(number)));
    }
}
