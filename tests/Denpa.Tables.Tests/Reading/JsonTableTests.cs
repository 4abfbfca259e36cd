using System.IO.Compression;
using System.Text;

namespace Denpa.Tables.Tests;

public sealed class JsonTableTests
{
    [Fact]
    public void Objects_are_rows_and_keys_are_columns_in_order_of_first_appearance()
    {
        Table table = Csv.Read("{\"a\": 1, \"b\": \"x\"}\n\n{\"c\": true, \"a\": 2.50}\n{\"b\": null, \"c\": false}\n");

        Assert.Equal(["a", "b", "c"], table.Columns.Select(column => column.Name));
        Assert.Equal(["1", "2.50", ""], Csv.Texts(table["a"]));
        Assert.Equal(["x", "", ""], Csv.Texts(table["b"]));
        Assert.Equal(["", "True", "False"], Csv.Texts(table["c"]));
        Assert.Equal([1, 3, 4], Enumerable.Range(0, 3).Select(table.Line));
        Assert.Equal(("JSON", true), (table.Format.Kind, table.Format.HasHeader));
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
    [InlineData("[{\"a\":1,\"b\":\"x\"},\n {\"a\":2,\"b\":null}]\n", 1, 2)]
    [InlineData("[\n  {\n    \"a\": 1,\n    \"b\": \"x\"\n  },\n  {\n    \"a\": 2\n  }\n]\n", 2, 6)]
    [InlineData("{\"a\":1,\"b\":\"x\"}{\"a\":2}", 1, 1)]
    public void An_array_of_objects_is_a_table_as_lines_of_them_are(string text, int first, int second)
    {
        Table table = Csv.Read(text);

        Assert.Equal(["1", "2"], Csv.Texts(table["a"]));
        Assert.Equal(["x", ""], Csv.Texts(table["b"]));
        Assert.Equal([first, second], [table.Line(0), table.Line(1)]);
    }

    [Fact]
    public void Objects_within_rows_are_columns_and_arrays_are_left_out_and_told()
    {
        Table table = Csv.Read(
            "{\"id\":1,\"at\":{\"town\":\"Ube\",\"pos\":{\"x\":5}},\"tags\":[\"a\",{\"b\":[1]}],\"y\":0}\n"
            + "{\"at\":{\"pos\":{\"x\":6},\"list\":[]},\"y\":1}\n");

        Assert.Equal(["id", "at.town", "at.pos.x", "y"], table.Columns.Select(column => column.Name));
        Assert.Equal(["5", "6"], Csv.Texts(table["at.pos.x"]));
        Assert.Equal(["0", "1"], Csv.Texts(table["y"]));
        Assert.Equal(["at.list", "tags"], table.Format.UnreadColumns);
        Assert.Equal(
            "t.csv: there is no column \"tags\" — it holds lists or records, which are not read",
            Assert.Throws<TableException>(() => table["tags"]).Message);
    }

    [Fact]
    public void Whole_numbers_beyond_those_that_a_double_has_are_codes()
    {
        Table table = Csv.Read(string.Concat(Enumerable.Range(0, 30).Select(row =>
            $"{{\"n\":{9007199254740993 + row},\"x\":{row * row},\"y\":{row % 2}}}\n")));

        ColumnUnderstanding column = TableUnderstanding.Of(table, new UnderstandingOptions { Target = "y" }).Columns[0];

        Assert.Equal("9007199254740993", table["n"][0]);
        Assert.Equal((ColumnKind.Identifier, ColumnRole.LeftOut), (column.Kind, column.Role));
    }

    [Fact]
    public void A_text_that_stands_for_missing_in_CSV_is_a_text_beside_null()
    {
        Table table = Csv.Read("{\"land\":\"NA\"}\n{\"land\":null}\n{\"land\":\"JP\"}\n");

        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(table["land"].IsMissing));
    }

    [Fact]
    public void Texts_longer_than_any_buffer_are_read()
    {
        string text = new('あ', 300_000);

        Assert.Equal([text, "b"], Csv.Texts(Csv.Read($"[{{\"a\":\"{text}\"}},{{\"a\":\"b\"}}]")["a"]));
    }

    [Theory]
    [InlineData("[{\"a\":1},\n7]\n", "t.csv:2: holds a value without a name — write one object of names and values for each row")]
    [InlineData("[{\"a\":1},\n[2]]\n", "t.csv:2: holds an array in an array — write one object of names and values for each row")]
    [InlineData("{\"a\":1,\"a\":2}\n", "t.csv:1: \"a\" comes twice in one object — leave one out")]
    [InlineData("{\"a\":1}\n7\n", "t.csv:2: holds a value without a name — write one object of names and values for each row")]
    [InlineData("{\"a\":1}\n{\"a\":", "t.csv:2: ends within an object or an array — write one object of names and values for each row")]
    [InlineData("[{\"a\":1},{\"a\":2}", "t.csv:1: ends within an object or an array — write one object of names and values for each row")]
    [InlineData("{\"a\":1}\n{\"a\":x}\n", "t.csv:2: is no valid JSON at byte 6 — write one object of names and values for each row")]
    [InlineData("{\"a\":1}\n{\"a\":NaN}\n", "t.csv:2: holds NaN, for which JSON has no word — write null")]
    [InlineData("{\"a\":\"\\ud800\"}\n", "t.csv:1: holds half a surrogate pair, which is no character — write one object of names and "
        + "values for each row")]
    [InlineData("{\"a\":\"\\u0000\"}\n", "t.csv:1:1: holds a NUL character, so it is no text — leave it out")]
    [InlineData("{}\n{}\n", "t.csv: is empty — a table needs column names and rows of values")]
    [InlineData("{\"a\":[1],\"b\":[]}", "t.csv:1: the only object holds arrays (a, b) — write one object of names and "
        + "values for each row")]
    [InlineData("{\"a\":{\"0\":1,\"1\":2},\"b\":{\"0\":3,\"1\":4}}", "t.csv:1: the only object holds columns of numbered rows — write one "
        + "object of names and values for each row, as pandas does with orient=\"records\"")]
    public void What_is_no_table_of_objects_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Csv.Refused(text).Message);

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Depth_is_refused_before_it_takes_the_stack(char open, char close)
    {
        string inner = string.Concat(Enumerable.Repeat(open == '{' ? "{\"b\":" : "[", 100_000)) + "1" + new string(close, 100_000);

        Assert.Equal(
            "t.csv:2: holds objects or arrays within 32 others — write one object of names and values for each row",
            Csv.Refused($"{{\"a\":1}}\n{{\"a\":{inner}}}\n").Message);
    }

    [Fact]
    public void Lines_that_each_bring_a_key_of_their_own_are_refused_before_they_take_all_memory()
    {
        string text = string.Concat(Enumerable.Range(0, 10_000).Select(line => $"{{\"k{line}\":1}}\n"));

        Assert.Equal(
            "t.csv:5793: 5793 columns of 5793 rows hold only 5793 values — leave out the columns that are nearly empty",
            Csv.Refused(text).Message);
    }

    [Fact]
    public void Lines_in_another_encoding_are_read()
    {
        System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string text = string.Concat(Enumerable.Range(0, 40).Select(row => $"{{\"町\":\"表示ソ{row}\",\"y\":{row}}}\n"));

        Table table = Csv.ReadBytes(System.Text.Encoding.GetEncoding(932).GetBytes(text));

        Assert.Equal(("Shift_JIS", "表示ソ3"), (table.Format.EncodingName, table["町"][3]));
    }

    [Theory]
    [InlineData("{a},b\n1,2\n")]
    [InlineData("\"{\"\"a\"\": 1}\",b\n1,2\n")]
    public void Braces_do_not_make_a_CSV_file_one_of_JSON(string text) => Assert.Equal("CSV", Csv.Read(text).Format.Kind);
}
