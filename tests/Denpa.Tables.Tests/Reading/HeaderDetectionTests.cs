namespace Denpa.Tables.Tests;

public sealed class HeaderDetectionTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "the first row holds only text, and numbers follow")]
    [InlineData("a,b\nx,y\n", "the first row's texts are distinct and do not occur again below")]
    [InlineData(",b\n0,x\n1,y\n", "the first row leaves out the name of row numbers")]
    [InlineData("name,score\nx,NA\ny,3\n", "the first row holds only text, and numbers follow")]
    public void This_first_row_is_a_header(string text, string reason)
    {
        TableFormat format = Csv.Read(text).Format;

        Assert.True(format.HasHeader);
        Assert.Equal(reason, format.HeaderReason);
    }

    [Theory]
    [InlineData("1,2\n3,4\n", "the first row holds the number \"1\"")]
    [InlineData("x,NaN\ny,4\n", "field 2 of the first row is missing")]
    [InlineData("x,NA\ny,4\n", "field 2 of the first row is missing")]
    [InlineData("x,\ny,4\n", "field 2 of the first row is missing")]
    [InlineData("red,yes\nblue,no\nred,no\n", "\"red\" of the first row occurs again below")]
    [InlineData("x,x\ny,z\n", "the first row repeats a text")]
    public void This_first_row_is_data(string text, string reason)
    {
        Table table = Csv.Read(text);

        Assert.False(table.Format.HasHeader);
        Assert.Equal(reason, table.Format.HeaderReason);
        Assert.Equal(["column1", "column2"], table.Columns.Select(column => column.Name));
        Assert.Equal(text.Count(letter => letter == '\n'), table.RowCount);
        Assert.Equal(1, table.Line(0));
    }

    [Fact]
    public void What_is_asked_for_overrules_the_rows()
    {
        Table years = Csv.Read("country,2001,2002\nx,1,2\n", new TableOptions { HasHeader = true });
        Assert.Equal(["country", "2001", "2002"], years.Columns.Select(column => column.Name));

        Table texts = Csv.Read("a,b\nx,y\n", new TableOptions { HasHeader = false });
        Assert.Equal(["a", "x"], Csv.Texts(texts["column1"]));
    }

    [Fact]
    public void Names_that_are_given_mean_that_there_is_no_header()
    {
        Table table = Csv.Read("a,b\nx,y\n", new TableOptions { ColumnNames = ["left", "right"] });

        Assert.Equal(["a", "x"], Csv.Texts(table["left"]));
    }

    [Fact]
    public void Names_that_are_given_can_replace_a_header()
    {
        Table table = Csv.Read("a,b\nx,y\n", new TableOptions { ColumnNames = ["left", "right"], HasHeader = true });

        Assert.Equal(["x"], Csv.Texts(table["left"]));
    }

    [Fact]
    public void An_empty_name_over_row_numbers_is_filled_in()
    {
        Table table = Csv.Read(",b\n0,x\n1,y\n");

        Assert.Equal(["column1", "b"], table.Columns.Select(column => column.Name));
        Assert.True(table.Columns[0].IsUnnamed);
    }
}
