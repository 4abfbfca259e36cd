using System.Text;

namespace Denpa.Tables.Tests;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("a,b\n1,2\n1,2,3\n", 3, 3,
        "t.csv:3:3: the row has 3 fields where the first row has 2 — "
        + "give every row the same number, and quote a field that holds a comma")]
    [InlineData("a;b;c\n1;2;3\n\"x\ny\";2\n", 3, 2,
        "t.csv:3:2: the row has 2 fields where the first row has 3 — "
        + "give every row the same number, and quote a field that holds a semicolon")]
    [InlineData("a,b\n1,2\n3\n", 3, 1,
        "t.csv:3:1: the row has 1 field where the first row has 2 — "
        + "give every row the same number, and quote a field that holds a comma")]
    [InlineData("a,b\n1,\"open\n3,4\n", 2, 2, "t.csv:2:2: the quote that opens here is never closed — close it")]
    [InlineData("a,b\n1,2\n\"x\" y,2\n", 3, 1, "t.csv:3:1: text follows a closing quote — double a quote that is meant as text")]
    [InlineData("a,b\n1,\"x\" y \"z\"\n", 2, 2, "t.csv:2:2: text follows a closing quote — double a quote that is meant as text")]
    [InlineData("a,b\n1,x\0y\n", 2, 2, "t.csv:2:2: holds a NUL byte, so it is no text — give a CSV file, in UTF-8")]
    [InlineData("", null, null, "t.csv: is empty — a table needs column names and rows of values")]
    [InlineData("\n\n  \n", null, null, "t.csv: is empty — a table needs column names and rows of values")]
    [InlineData("a,b\n", 1, null, "t.csv:1: holds a row of column names and no rows of values — add rows")]
    [InlineData("a,b,a\n1,2,3\n", 1, 3, "t.csv:1:3: two columns are named \"a\" — give each a name of its own")]
    public void A_text_that_is_no_table_is_refused_with_its_place(string text, int? row, int? column, string message)
    {
        TableException problem = Csv.Refused(text);

        Assert.Equal(message, problem.Message);
        Assert.Equal(("t.csv", row, column), (problem.Path, problem.Row, problem.Column));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        // A byte that is in no encoding of Japanese either.
        byte[] bytes = [.. "a,b\n1,2\n3,"u8, 0xFF, .. "\n"u8];
        TableException problem = Assert.Throws<TableException>(() => Csv.ReadBytes(bytes));

        Assert.Equal("t.csv:3:2: holds bytes that are not UTF-8 — save the file as UTF-8", problem.Message);
    }

    [Fact]
    public void Bytes_that_are_not_of_the_encoding_given_are_refused()
    {
        Encoding strict = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        byte[] bytes = Encoding.Latin1.GetBytes("größe,b\n1,2\n");
        TableException problem = Assert.Throws<TableException>(() =>
            Table.Read(new MemoryStream(bytes), "t.csv", new TableOptions { Encoding = strict }));

        Assert.Equal("t.csv:1:1: holds bytes that are not us-ascii — name the encoding it was saved in", problem.Message);
    }

    [Fact]
    public void A_row_longer_than_16_MiB_is_refused()
    {
        TableException problem = Csv.Refused("a,b\n1,2\n3,\"" + new string('x', 17 << 20));

        Assert.Equal("t.csv:3: the row is longer than 16 MiB — look for a quote that is never closed", problem.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "nowhere", "x.csv");
        TableException problem = Assert.Throws<TableException>(() => Table.Read(path));

        Assert.Equal($"{path}: there is no such file — check the path", problem.Message);
        Assert.Null(problem.Row);
    }

    [Fact]
    public void A_directory_is_no_table()
    {
        TableException problem = Assert.Throws<TableException>(() => Table.Read(AppContext.BaseDirectory));

        Assert.Equal($"{AppContext.BaseDirectory}: is a directory — name a CSV file in it", problem.Message);
    }

    [Fact]
    public void A_stream_that_fails_is_named()
    {
        TableException problem = Assert.Throws<TableException>(() => Table.Read(new FailingStream(), "standard input"));

        Assert.Equal("standard input: cannot be read: the line went dead", problem.Message);
    }

    [Fact]
    public void Too_few_names_for_the_columns_are_refused()
    {
        TableException problem = Csv.Refused("1,2,3\n", new TableOptions { ColumnNames = ["a", "b"] });

        Assert.Equal("t.csv: has 3 columns, but 2 names were given — name each", problem.Message);
    }

    [Fact]
    public void Random_bytes_are_a_table_or_a_table_exception()
    {
        Random random = new(7);
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes("a,b,c\n1,\"x\",2\n\"p\nq\",?,3\n4,5,6\n");
            for (int change = 0; change < 4; change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Exception? problem = Record.Exception(void () => Csv.ReadBytes(bytes));

            Assert.True(problem is null or TableException, $"{Convert.ToHexString(bytes)}: {problem}");
        }
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("the line went dead");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the line went dead");
    }
}
