using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

public sealed class CellTextTests
{
    private const string Mixed = "images: 60 000 to train、日本語の文。 😀😀 e\u0301a ２０文字をこえる長い長い行と word-without-any-gap 1 797";

    [Theory]
    [InlineData("images: 60 000 to train", 11, "images:", "60 000 to", "train")]
    [InlineData("of 1 797 rows", 6, "of", "1 797", "rows")]
    [InlineData("classes 0 1 2 30 40", 10, "classes 0", "1 2 30 40")]
    [InlineData("7 0001", 3, "7", "000", "1")]
    [InlineData("12 345 678", 5, "12 34", "5 678")]
    [InlineData("日本😀語", 2, "日", "本", "😀", "語")]
    public void A_number_is_not_taken_apart_at_its_gaps_while_it_fits(string text, int width, params string[] lines) =>
        Assert.Equal(lines, CellText.Wrap(text, width));

    [Fact]
    public void However_narrow_the_lines_nothing_is_lost_but_spaces_and_no_pair_is_parted()
    {
        foreach (int width in Enumerable.Range(-5, 330))
        {
            string[] lines = [.. CellText.Wrap(Mixed, width)];
            Assert.Equal(Mixed.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
            Assert.All(lines, line => Assert.True(CellText.Width(line) <= Math.Max(2, width), line));
            Assert.All(lines, line => Assert.DoesNotContain('\uFFFD', string.Concat(line.EnumerateRunes())));
        }
    }

    [Fact]
    public void A_text_of_millions_of_letters_is_wrapped_as_a_short_one()
    {
        string text = string.Concat(Enumerable.Repeat("日本ab ", 600_000));
        Assert.Equal(7 * 600_000, CellText.Width(text));
        Assert.Equal(text.Replace(" ", ""), string.Concat(CellText.Wrap(text, 20)).Replace(" ", ""));
        Assert.Equal(new string('x', 3_000_000), string.Concat(CellText.Wrap(new string('x', 3_000_000), 70)));
    }

    [Theory]
    [InlineData("short", 5, 0, "short")]
    [InlineData("longer", 5, 0, "long…")]
    [InlineData("longer", 5, 2, "lo…er")]
    [InlineData("a😀bcd", 3, 0, "a…")]
    [InlineData("abcd😀", 4, 1, "ab…")]
    public void A_long_text_is_shortened_to_its_beginning_and_end(string text, int most, int end, string shown) =>
        Assert.Equal(shown, CellText.Shorten(text, most, end));
}
