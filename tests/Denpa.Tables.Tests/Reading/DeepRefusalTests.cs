using System.Globalization;
using System.Text;

namespace Denpa.Tables.Tests;

/// <summary>What is wrong far behind the first rows, where several parts of a file are read at a time, is said with its place.</summary>
public sealed class DeepRefusalTests
{
    private const int GoodRows = 200_000;

    [Theory]
    [InlineData("1,2,3\n", "t.csv:200002:3: the row has 3 fields where the first row has 2 — "
        + "give every row the same number, and quote a field that holds a comma")]
    [InlineData("1\n", "t.csv:200002:1: the row has 1 field where the first row has 2 — "
        + "give every row the same number, and quote a field that holds a comma")]
    [InlineData("1,\"open\n", "t.csv:200002:2: the quote that opens here is never closed — close it")]
    [InlineData("\"a\" b,2\n", "t.csv:200002:1: text follows a closing quote — double a quote that is meant as text")]
    [InlineData("1,a\0b\n", "t.csv:200002:2: holds a NUL byte, so it is no text — give a CSV file, in UTF-8")]
    [InlineData("x\u00FFy,2\n", "t.csv:200002:1: holds bytes that are not UTF-8 — save the file as UTF-8")]
    public void A_spoilt_row_is_refused_with_its_line_at_any_number_of_threads(string row, string message)
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes(Rows(GoodRows) + row + Rows(1000)[4..])];
        foreach (int helpers in new[] { 0, 1, 6 })
        {
            TableException problem = Assert.Throws<TableException>(() =>
                new TableLoader("t.csv", TableOptions.Default, helpers).Read(new MemoryStream(bytes)));

            Assert.Equal(message, problem.Message);
        }
    }

    [Theory]
    [InlineData("oops", "t.csv:200002:1: \"oops\" in column \"x\" is not a number, where 99 % of the column's values are — "
        + "correct it, leave the field empty, or ignore the column")]
    [InlineData("-Inf", "t.csv:200002:1: \"-Inf\" in column \"x\" is not a finite number — leave the field empty if its value is missing")]
    [InlineData("1e999", "t.csv:200002:1: \"1e999\" in column \"x\" is out of range (beyond ±3.4e38) — "
        + "correct it, or leave the field empty")]
    public void A_field_that_is_no_number_is_refused_with_its_line_and_column(string field, string message)
    {
        TableException problem = Csv.NotUnderstood(Rows(GoodRows) + $"{field},1\n" + Rows(1000)[4..]);

        Assert.Equal(message, problem.Message);
    }

    [Fact]
    public void Any_number_of_threads_reads_the_same_table()
    {
        // Quotes with line ends in them, some of which fall where parts are cut.
        StringBuilder text = new("x,note\n");
        for (int row = 0; row < 60_000; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row * 0.25:0.00},{(row % 3 == 0 ? $"\"a\n{row}, \"\"b\"\"\n\"" : "plain")}\n");
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        Table one = new TableLoader("t.csv", TableOptions.Default, helpers: 0).Read(new MemoryStream(bytes));
        Table seven = new TableLoader("t.csv", TableOptions.Default, helpers: 6).Read(new MemoryStream(bytes));

        Assert.Equal(60_000, one.RowCount);
        Assert.Equal("a\n59997, \"b\"\n", one["note"][59_997]);
        Assert.Equal(59_998 + (2 * 19_999) + 1, one.Line(59_997));
        Assert.Equal(one.Fingerprint(["x", "note"]), seven.Fingerprint(["x", "note"]));
        Assert.Equal(Enumerable.Range(0, 60_000).Select(one.Line), Enumerable.Range(0, 60_000).Select(seven.Line));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,")]
    [InlineData("a,b\n1,2\n3,\"")]
    public void A_line_without_an_end_is_refused_without_being_read_to_the_end(string beginning)
    {
        using EndlessLine stream = new(Encoding.UTF8.GetBytes(beginning), length: 200 << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        TableException problem = Assert.Throws<TableException>(
            () => new TableLoader("t.csv", TableOptions.Default, helpers: 0).Read(stream));

        Assert.Equal("t.csv:3: the row is longer than 16 MiB — look for a quote that is never closed", problem.Message);
        Assert.InRange(stream.Position, 16 << 20, 64 << 20);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 160 << 20);
    }

    [Fact]
    public void Ten_thousand_columns_are_read_and_a_row_of_one_less_is_refused()
    {
        const int width = 10_000;
        string names = string.Join(',', Enumerable.Range(0, width).Select(i => $"c{i}"));
        string row = string.Join(',', Enumerable.Range(0, width).Select(i => $"{i}.5"));
        Table table = Csv.Read($"{names}\n{row}\n{row}\n{row}\n");

        Assert.Equal((3, width), (table.RowCount, table.Columns.Count));
        Assert.Equal("9999.5", table["c9999"][2]);
        Assert.StartsWith(
            "t.csv:4:9999: the row has 9999 fields where the first row has 10000 — ",
            Csv.Refused($"{names}\n{row}\n{row}\n{row[..row.LastIndexOf(',')]}\n").Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "t.csv:1:10001: two columns are named \"c7\" — give each a name of its own",
            Csv.Refused($"{names},c7\n{row},1\n").Message);
    }

    private static string Rows(int count)
    {
        StringBuilder text = new("x,y\n");
        for (int row = 0; row < count; row++) text.Append(CultureInfo.InvariantCulture, $"{row % 977}.25,{row % 2}\n");
        return text.ToString();
    }

    /// <summary>A beginning and then one letter without end, or nearly so.</summary>
    private sealed class EndlessLine(byte[] beginning, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - Position);
            buffer[..count].Fill((byte)'x');
            for (int i = 0; i < count && Position + i < beginning.Length; i++) buffer[i] = beginning[Position + i];
            Position += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
