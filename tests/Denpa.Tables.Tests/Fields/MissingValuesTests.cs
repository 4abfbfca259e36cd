using System.Text;

namespace Denpa.Tables.Tests;

public sealed class MissingValuesTests
{
    [Theory]
    [InlineData("None")]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("<NA>")]
    [InlineData("#N/A")]
    [InlineData("\\N")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("#DIV/0!")]
    [InlineData("不明")]
    public void Among_numbers_and_dates_alone_this_is_missing(string text)
    {
        byte[] field = Encoding.UTF8.GetBytes(text);

        Assert.True(MissingValues.Usual.ContainAmongNumbers(field));
        Assert.False(MissingValues.Usual.Contain(field));
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("null")]
    [InlineData("?")]
    public void Quotes_make_this_a_text(string text)
    {
        byte[] field = Encoding.UTF8.GetBytes(text);

        Assert.True(MissingValues.Usual.Contain(field));
        Assert.False(MissingValues.Usual.Contain(field, isQuoted: true));
        Assert.True(MissingValues.Usual.ContainAmongNumbers(field));
    }

    [Fact]
    public void What_is_listed_is_missing_everywhere_and_nothing_else_is_among_texts()
    {
        MissingValues missing = new(["-", "999"]);

        Assert.True(missing.Contain("-"u8, isQuoted: true));
        Assert.True(missing.Contain("999.0"u8));
        Assert.False(missing.Contain("NA"u8));
        Assert.True(missing.ContainAmongNumbers("NA"u8));
        Assert.True(missing.Contain([]));
    }

    [Fact]
    public void A_quoted_NA_is_a_continent_and_a_bare_one_is_missing()
    {
        Table table = Csv.Read("x,continent\n1,\"NA\"\n2,NA\n3,EU\n");

        Assert.False(table["continent"].IsMissing(0));
        Assert.True(table["continent"].IsMissing(1));
    }

    [Fact]
    public void A_listed_number_is_missing_in_a_column_of_numbers()
    {
        Table table = Csv.Read("x,y\n1,a\n999,b\n3,a\n", new TableOptions { Missing = ["999"] });
        double[] values = new double[3];
        table["x"].ReadNumbers([0, 1, 2], values);

        Assert.Equal([1, double.NaN, 3], values);
        Assert.True(table["x"].IsMissing(1));
    }
}
