namespace Denpa.Tables.Tests;

public sealed class NumberBoundsTests
{
    private const double Least = double.Epsilon;
    private const double BelowOne = 1 - (1.0 / (1L << 53));

    public static TheoryData<string, double[], double[]> Kinds => new()
    {
        { "a number more than 0", [Least, 1, 1e300], [0, -Least] },
        { "a number 0 or more", [0, -0.0, 1e300], [-Least] },
        { "a number from 0 up to but without 1", [0, BelowOne], [-Least, 1] },
        { "a number between 0 and 1", [Least, BelowOne], [0, 1] },
        { "a whole number from 1 up", [1, 2, 1e9], [0, 1.5, -1] },
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
