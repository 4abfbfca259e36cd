namespace Denpa.Tables.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("flaw", "lawn", 2)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void The_distance_is_Levenshteins(string left, string right, int distance)
    {
        Assert.Equal(distance, Spelling.Distance(left, right));
        Assert.Equal(distance, Spelling.Distance(right, left));
    }

    [Theory]
    [InlineData("Specie", "species")]
    [InlineData("ISLAND", "island")]
    [InlineData("temperature", null)]
    public void The_nearest_name_is_found_in_any_case(string name, string? nearest) =>
        Assert.Equal(nearest, Spelling.Nearest(name, ["island", "species", "sex"]));

    [Fact]
    public void A_name_that_nobody_mistypes_by_hand_is_near_to_none()
    {
        string name = new('x', 2_000_000);
        Assert.Null(Spelling.Nearest(name + "y", [name, "species"]));
        Assert.Equal("species", Spelling.Nearest("specie", [name, "species"]));
        Assert.Null(Spelling.Nearest(name, ["species"]));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Names_of_up_to_128_letters_are_compared(int length, bool isCompared)
    {
        string right = new('x', length);
        Assert.Equal(isCompared ? right : null, Spelling.Nearest(right[1..] + "y", [right]));
    }

    [Fact]
    public void Of_two_names_the_nearer_counts_and_of_equals_the_first()
    {
        Assert.Equal("roof", Spelling.Nearest("room", ["roof", "broom", "rooms"]));
        Assert.Equal("species", Spelling.Nearest("specie", ["specimen", "species"]));
    }
}
