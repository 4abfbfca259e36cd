using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tables.Tests;

public sealed class TableWriterTests
{
    [Fact]
    public void Rows_are_written_with_line_feeds_and_quotes_where_they_are_needed() => Assert.Equal(
        "name,score\n\"a,b\",1.5\n\"say \"\"hi\"\"\",-2\n\"two\nlines\",3\n",
        Write(writer =>
        {
            writer.WriteHeader(["name", "score"]);
            writer.WriteText("a,b");
            writer.WriteNumber(1.5);
            writer.EndRow();
            writer.WriteText("say \"hi\"");
            writer.WriteNumber(-2L);
            writer.EndRow();
            writer.WriteText("two\nlines");
            writer.WriteNumber(3f);
            writer.EndRow();
        }));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("\n=x", "\"'\n=x\"")]
    [InlineData("=1,\"2\"", "\"'=1,\"\"2\"\"\"")]
    [InlineData("＝SUM(1)", "'＝SUM(1)")]
    [InlineData("＋1", "＋1")]
    [InlineData("－x", "'－x")]
    [InlineData("＠x", "'＠x")]
    [InlineData("-5", "-5")]
    [InlineData("+5.0e3", "+5.0e3")]
    [InlineData("a=b", "a=b")]
    public void A_text_that_a_spreadsheet_would_run_is_guarded_where_that_is_asked_for_and_a_number_is_not(string text, string written) =>
        Assert.Equal(written + "\n", Write(writer =>
        {
            writer.WriteText(text);
            writer.EndRow();
        }, guardsFormulas: true));

    [Fact]
    public void Other_texts_are_written_as_they_are() => Assert.Equal("=1+1\n", Write(writer =>
    {
        writer.WriteText("=1+1");
        writer.EndRow();
    }));

    [Fact]
    public void Numbers_are_written_as_the_shortest_text_that_reads_back() => Assert.Equal("0.1,0.1,1E-07,,\n", Write(writer =>
    {
        writer.WriteNumber(0.1);
        writer.WriteNumber(0.1f);
        writer.WriteNumber(1e-7);
        writer.WriteNumber(double.NaN);
        writer.WriteNumber(float.PositiveInfinity);
        writer.EndRow();
    }));

    [Fact]
    public void A_row_of_another_length_is_refused() => Assert.Throws<InvalidOperationException>(() => Write(writer =>
    {
        writer.WriteHeader(["a", "b"]);
        writer.WriteText("alone");
        writer.EndRow();
    }));

    [Fact]
    public void A_table_that_was_written_reads_back_field_by_field()
    {
        Gen<char> letters = Gen.Elements('a', 'Z', '7', ' ', ',', ';', '"', '\n', '\r', '\'', '.', 'é', '日', '|');
        Gen<string> field = letters.ArrayOf().Select(text => "x" + new string(text) + "x");
        Gen<(int width, char delimiter, string[][] rows)> tables =
            from width in Gen.Choose(1, 5)
            from height in Gen.Choose(1, 8)
            from delimiter in Gen.Elements(',', ';', '\t', '|')
            from fields in field.ArrayOf(width * height)
            select (width, delimiter, rows: fields.Chunk(width).ToArray());

        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(tables.ToArbitrary(), table =>
        {
            (int width, char delimiter, string[][]? rows) = table;
            using StringWriter text = new();
            using (TableWriter writer = new(text, delimiter))
            {
                writer.WriteHeader(Enumerable.Range(0, width).Select(column => $"c{column}"));
                foreach (string[] row in rows) writer.WriteHeader(row);
            }

            Table read = Csv.Read(text.ToString(), new TableOptions { Delimiter = delimiter, HasHeader = true });
            return read.RowCount == rows.Length
                && read.Columns.All(column => Csv.Texts(column).SequenceEqual(rows.Select(row => row[column.Index])));
        }));
    }

    private static string Write(Action<TableWriter> write, bool guardsFormulas = false)
    {
        using StringWriter text = new();
        using (TableWriter writer = new(text, guardsFormulas: guardsFormulas)) write(writer);
        return text.ToString();
    }
}
