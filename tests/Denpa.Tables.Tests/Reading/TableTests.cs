using System.Text;

namespace Denpa.Tables.Tests;

public sealed class TableTests
{
    [Fact]
    public void A_table_has_its_columns_by_position_and_by_name()
    {
        Table table = Csv.Read("a,b\n1,x\n2,y\n");

        Assert.Equal("t.csv", table.Path);
        Assert.Equal(2, table.RowCount);
        Assert.Equal(["a", "b"], table.Columns.Select(column => column.Name));
        Assert.Equal(["x", "y"], Csv.Texts(table["b"]));
        Assert.Same(table.Columns[0], table["a"]);
    }

    [Theory]
    [InlineData("a,b\n1,x\n2,y\n", ',', "comma")]
    [InlineData("a;b\n1;x\n2;y\n", ';', "semicolon")]
    [InlineData("a\tb\n1\tx\n2\ty\n", '\t', "tab")]
    [InlineData("a|b\n1|x\n2|y\n", '|', "bar")]
    public void The_delimiter_is_detected(string text, char delimiter, string name)
    {
        Table table = Csv.Read(text);

        Assert.Equal(delimiter, table.Format.Delimiter);
        Assert.Equal(name, table.Format.DelimiterName);
        Assert.Equal(["x", "y"], Csv.Texts(table["b"]));
    }

    [Fact]
    public void A_delimiter_that_is_given_is_taken()
    {
        Table table = Csv.Read("a,b;c\n1,2;3\n", new TableOptions { Delimiter = ';' });

        Assert.Equal(["a,b", "c"], table.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Quoted_fields_keep_delimiters_line_breaks_and_doubled_quotes()
    {
        Table table = Csv.Read("a,b\n\"x,\r\ny\",1\n\"say \"\"hi\"\"\",2\n");

        Assert.Equal(["x,\r\ny", "say \"hi\""], Csv.Texts(table["a"]));
    }

    [Fact]
    public void A_quote_inside_a_bare_field_is_text() => Assert.Equal(["6\" pipe"], Csv.Texts(Csv.Read("a,b\n6\" pipe,1\n")["a"]));

    [Fact]
    public void Rows_know_the_line_on_which_they_start()
    {
        Table table = Csv.Read("a,b\n\"x\ny\",1\n\nz,2\n");

        Assert.Equal([2, 5], Enumerable.Range(0, table.RowCount).Select(table.Line));
    }

    [Fact]
    public void Blank_lines_are_skipped_and_fields_trimmed()
    {
        Table table = Csv.Read(" a , b\n1 ,  2\n\n   \n3,\" 4 \"\n\n");

        Assert.Equal(["1", "3"], Csv.Texts(table["a"]));
        Assert.Equal(["2", " 4 "], Csv.Texts(table["b"]));
    }

    [Fact]
    public void All_line_ends_are_the_same()
    {
        foreach (string end in new[] { "\n", "\r\n", "\r" })
            Assert.Equal(["2", "4"], Csv.Texts(Csv.Read($"a,b{end}1,2{end}3,4{end}")["b"]));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name()
    {
        const string text = "名前,b\nあ,1\nい,2\n";
        Encoding[] encodings = [new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];
        foreach (Encoding encoding in encodings)
        {
            Table table = Csv.ReadBytes([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            Assert.Equal(["名前", "b"], table.Columns.Select(column => column.Name));
            Assert.Equal(["あ", "い"], Csv.Texts(table["名前"]));
        }
    }

    [Fact]
    public void Another_encoding_can_be_given()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("größe,b\n1,2\n");
        Table table = Table.Read(new MemoryStream(bytes), "t.csv", new TableOptions { Encoding = Encoding.Latin1 });

        Assert.Equal("größe", table.Columns[0].Name);
    }

    [Fact]
    public void Streams_and_texts_stay_open()
    {
        using MemoryStream stream = new("a,b\n1,2\n"u8.ToArray());
        Table.Read(stream, "t.csv");

        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("na")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("?")]
    [InlineData("\"\"")]
    public void These_are_missing(string field) => Assert.True(Csv.Read($"a,b\nx,1\n{field},2\n")["a"].IsMissing(1));

    [Theory]
    [InlineData("Na")]
    [InlineData("none")]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("??")]
    public void These_are_not_missing(string field) => Assert.False(Csv.Read($"a,b\nx,1\n{field},2\n")["a"].IsMissing(1));

    [Fact]
    public void A_wrong_name_is_answered_with_the_nearest()
    {
        TableException problem = Assert.Throws<TableException>(() => Csv.Penguins()["body_mas_g"]);

        Assert.Equal($"{Csv.PenguinsPath}: there is no column \"body_mas_g\" — did you mean \"body_mass_g\"?", problem.Message);
    }

    [Fact]
    public void A_name_near_to_none_is_answered_with_the_names()
    {
        TableException problem = Assert.Throws<TableException>(() => Csv.Read("a,b\n1,2\n")["temperature"]);

        Assert.Equal("t.csv: there is no column \"temperature\" — the columns are a, b", problem.Message);
    }
}
