using System.IO.Compression;
using System.Text;

namespace Denpa.Tables.Tests;

public sealed class SpacedTests
{
    [Theory]
    [InlineData("x z y\n1 2 a\n3 4 b\n")]
    [InlineData("  x    z y\n  1    2 a \n 30    4 b\n")]
    public void Runs_of_spaces_separate_columns_where_nothing_else_does(string text)
    {
        Table table = Csv.Read(text);

        Assert.Equal((' ', "space"), (table.Format.Delimiter, table.Format.DelimiterName));
        Assert.Equal(["x", "z", "y"], table.Columns.Select(column => column.Name));
        Assert.Equal(["a", "b"], Csv.Texts(table["y"]));
        Assert.Equal(3, table.Line(1));
    }

    [Theory]
    [InlineData("name\nAda Lovelace\nCarl Friedrich Gauss\n")]
    [InlineData("full name\nAda Lovelace\nCarl Gauss\n")]
    [InlineData("x\n1\n2\n")]
    public void One_column_stays_one(string text) => Assert.Single(Csv.Read(text).Columns);

    [Fact]
    public void Spaces_within_quotes_are_part_of_a_field()
    {
        Table table = Csv.Read("name x\n\"Ada Lovelace\" 1\n\"Carl Gauss\" 2\n");

        Assert.Equal(["Ada Lovelace", "Carl Gauss"], Csv.Texts(table["name"]));
    }

    [Fact]
    public void Spaces_can_be_asked_for()
    {
        Table table = Csv.Read("a b\nx y\n", new TableOptions { Delimiter = ' ' });

        Assert.Equal(["y"], Csv.Texts(table["b"]));
    }

    [Fact]
    public void A_table_packed_by_gzip_is_the_same()
    {
        byte[] text = Encoding.UTF8.GetBytes("x,y\n1,東京\n2,大阪\n");
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(text);
        Table table = Csv.ReadBytes(packed.ToArray());

        Assert.Equal(["東京", "大阪"], Csv.Texts(table["y"]));
        Assert.Throws<TableException>(() => Csv.ReadBytes(packed.ToArray()[..^12]));
    }
}
