using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("images: 60 000 to train", 11, "images:", "60 000 to", "train")]
    [InlineData("of 1 797 rows", 6, "of", "1 797", "rows")]
    [InlineData("classes 0 1 2 30 40", 10, "classes 0", "1 2 30 40")]
    [InlineData("7 0001", 3, "7", "000", "1")]
    [InlineData("12 345 678", 5, "12 34", "5 678")]
    public void A_number_is_not_taken_apart_at_its_gaps_while_it_fits(string text, int width, params string[] lines) =>
        Assert.Equal(lines, CellText.Wrap(text, width));
}
