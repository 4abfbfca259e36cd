using System.IO.Compression;
using System.Text;

namespace Denpa.Tables.Tests;

public sealed class JsonLinesTests
{
    [Fact]
    public void Objects_are_rows_and_keys_are_columns_in_order_of_first_appearance()
    {
        Table table = Csv.Read("{\"a\": 1, \"b\": \"x\"}\n\n{\"c\": true, \"a\": 2.50}\n{\"b\": null, \"c\": false}\n");

        Assert.Equal(["a", "b", "c"], table.Columns.Select(column => column.Name));
        Assert.Equal(["1", "2.50", ""], Csv.Texts(table["a"]));
        Assert.Equal(["x", "", ""], Csv.Texts(table["b"]));
        Assert.Equal(["", "true", "false"], Csv.Texts(table["c"]));
        Assert.Equal([1, 3, 4], Enumerable.Range(0, 3).Select(table.Line));
        Assert.Equal(("JSON lines", true), (table.Format.Kind, table.Format.HasHeader));
    }

    [Fact]
    public void Texts_are_unescaped()
    {
        Table table = Csv.Read("{\"na\\u006de\": \"\\u6771\\u4eac\\n\\\"x, y\\\"\", \"y\": 1}\n{\"name\":\"\\ud83d\\ude00\",\"y\":2}\n");

        Assert.Equal(["東京\n\"x, y\"", "😀"], Csv.Texts(table["name"]));
    }

    [Fact]
    public void A_table_is_understood_as_that_of_a_CSV_file()
    {
        Table csv = Csv.Penguins();
        StringBuilder lines = new();
        for (int row = 0; row < csv.RowCount; row++)
        {
            IEnumerable<string> members = csv.Columns.Where(column => !column.IsMissing(row)).Select(column =>
                $"\"{column.Name}\":{(double.TryParse(column[row], out double _) ? column[row] : $"\"{column[row]}\"")}");
            lines.Append($"{{{string.Join(',', members)}}}\r\n");
        }

        Table json = Csv.Read(lines.ToString());

        UnderstandingOptions options = new() { Target = "species" };
        TableUnderstanding expected = TableUnderstanding.Of(csv, options);
        TableUnderstanding actual = TableUnderstanding.Of(json, options);
        Assert.Equal(
            expected.Columns.Select(column => (column.Name, column.Kind, column.MissingCount)).Order(),
            actual.Columns.Select(column => (column.Name, column.Kind, column.MissingCount)).Order());
    }

    [Fact]
    public void Numbers_are_read_as_JSON_writes_them_whatever_texts_stand_beside_them()
    {
        Table table = Csv.Read("{\"x\":1.234,\"t\":\"0,5\"}\n{\"x\":5,\"t\":\"1,25\"}\n");
        double[] values = new double[2];

        table["x"].ReadNumbers([0, 1], values);

        Assert.Equal([1.234, 5], values);
    }

    [Fact]
    public void Packed_lines_and_a_byte_order_mark_are_no_hindrance()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write([.. Encoding.UTF8.Preamble, .. "{\"a\":1}\n{\"a\":2}"u8]);

        Assert.Equal(["1", "2"], Csv.Texts(Csv.ReadBytes(packed.ToArray())["a"]));
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":{\"b\":1}}\n", "t.csv:2: \"a\" holds an object — give one text, number, true, false or null")]
    [InlineData("{\"a\":[1]}\n", "t.csv:1: \"a\" holds an array — give one text, number, true, false or null")]
    [InlineData("{\"a\":1,\"a\":2}\n", "t.csv:1: \"a\" comes twice in one object — leave one out")]
    [InlineData("[{\"a\":1},\n{\"a\":2}]\n", "t.csv:1: holds an array — write one object of names and values on every line")]
    [InlineData("{\n \"a\": 1\n}\n", "t.csv:1: holds no whole object — write one object of names and values on every line")]
    [InlineData("{\"a\":1}\n7\n", "t.csv:2: holds no object — write one object of names and values on every line")]
    [InlineData("{\"a\":1}\n{\"a\":", "t.csv:2: holds no whole object — write one object of names and values on every line")]
    [InlineData("{\"a\":1}\n{\"a\":x}\n", "t.csv:2: is no valid JSON at byte 6 — write one object of names and values on every line")]
    [InlineData("{\"a\":1}\n{\"a\":2}{\"b\":3}\n", "t.csv:2: is no valid JSON at byte 8 — write one object of names and values on "
        + "every line")]
    [InlineData("{\"a\":\"\\ud800\"}\n", "t.csv:1: holds half a surrogate pair, which is no character — write one object of names and "
        + "values on every line")]
    [InlineData("{\"a\":\"\\u0000\"}\n", "t.csv:1:1: holds a NUL character, so it is no text — leave it out")]
    [InlineData("{}\n{}\n", "t.csv: is empty — a table needs column names and rows of values")]
    public void What_is_no_object_of_scalars_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Csv.Refused(text).Message);

    [Fact]
    public void Lines_that_each_bring_a_key_of_their_own_are_refused_before_they_take_all_memory()
    {
        string text = string.Concat(Enumerable.Range(0, 10_000).Select(line => $"{{\"k{line}\":1}}\n"));

        Assert.StartsWith("t.csv:4098: has more than 4096 columns that the first row does not have", Csv.Refused(text).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{a},b\n1,2\n")]
    [InlineData("\"{\"\"a\"\": 1}\",b\n1,2\n")]
    public void Braces_do_not_make_a_CSV_file_one_of_JSON(string text) => Assert.Equal("CSV", Csv.Read(text).Format.Kind);
}
