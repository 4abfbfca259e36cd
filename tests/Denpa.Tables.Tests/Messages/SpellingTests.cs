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
    public void Foreign_text_is_shown_short_and_without_control_characters()
    {
        Assert.Equal("\"a·b\"", Quoted.Text("a\nb"));
        Assert.Equal("\"·[31mred\"", Quoted.Text("\e[31mred"));
        Assert.Equal("\"" + new string('x', 40) + "…\"", Quoted.Text(new string('x', 1000)));
        Assert.Equal("a, b, …", Quoted.List(["a", "b", "c"], shown: 2));
    }
}
