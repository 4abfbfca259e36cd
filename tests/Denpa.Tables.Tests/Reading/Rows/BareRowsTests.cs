using System.Text;

namespace Denpa.Tables.Tests;

public sealed class BareRowsTests
{
    private static readonly string[] Oddities =
    [
        "", "NA", "?", "-", "--1", "1-2", "+1", "1.", ".5", "-.5", "00", "01", "-01", "0", "-0", "0.0", "-0.00", "0.50", "1.2.3", "1e5",
        "x", " 7 ", "7 8", "123456789012345", "1234567890123456", "12345678901234567", "-123456789012345", "0.12345678901234",
        "0.123456789012345", "-0.12345678901234", "99999999.9999999", "é", "1:2", "2024-01-31", "6'", "1/2", "1;2",
    ];

    [Theory]
    [InlineData(1, "\n", 10_000)]
    [InlineData(2, "\r\n", 10_000)]
    [InlineData(7, "\n", 300_000)]
    [InlineData(31, "\r\n", 10_000)]
    [InlineData(3000, "\n", 12_000)]
    public void Bare_fields_are_the_same_as_quoted_ones(int width, string lineEnd, int fields)
    {
        Random generator = new(width);
        string[][] rows = [.. Enumerable.Range(0, fields / width).Select(_ => Row())];
        TableOptions options = new() { Delimiter = ',', HasHeader = false };
        Table bare = Csv.Read(Text(rows, lineEnd, field => field), options);
        Table quoted = Csv.Read(Text(rows, lineEnd, field => $"\"{field.Trim()}\""), options);

        Assert.Equal(quoted.RowCount, bare.RowCount);
        Assert.Equal(Enumerable.Range(0, bare.RowCount).Select(quoted.Line), Enumerable.Range(0, bare.RowCount).Select(bare.Line));
        foreach ((Column? column, Column? other) in bare.Columns.Zip(quoted.Columns))
        {
            Assert.Equal(Csv.Texts(other), Csv.Texts(column));
            (double[]? numbers, double[]? others) = (Numbers(column), Numbers(other));
            Assert.Equal(others, numbers);
            for (int row = 0; row < column.Count; row++)
            {
                NumberReading reading = NumberText.Read(Encoding.UTF8.GetBytes(column[row]), column.NumberFormat, out double value);
                Assert.Equal(reading == NumberReading.Number ? value : double.NaN, numbers[row]);
            }
        }

        string[] Row() => [.. Enumerable.Range(0, width).Select(i => Field(generator, i))];
    }

    [Fact]
    public void They_are_read_here_and_not_by_the_CSV_reader()
    {
        RowGatherer rows = new(new RowShape("t.csv", ',', TableFormat.Utf8Name, Width: 2));

        Assert.True(new BareRows(rows).TryAppend("\n1,2.50\n-345.125,x\r\nNA,123456789012345\n"u8, out _));
        Assert.Equal([2, 3, 4], rows.Take().Lines);
    }

    [Theory]
    [InlineData("10,20\n11,21\n12,22\n13,23\n14,24\n", true)]
    [InlineData("10,20\n11,21\n12,22\n13,23,14\n24\n", false)]
    [InlineData("10,20\n11,21\n12,22\n13\n23,14\n24,15\n", false)]
    [InlineData("10,20\n11,21\n12,22\n13\n23\n14,24,15,25\n", false)]
    [InlineData("10,20\n11,21\n12,22\n\n13,23\n\n14,24\n", false)]
    [InlineData("10,20\n11,21\n12,22\n13,\"3\"\n14,24\n", false)]
    [InlineData("10,20\n11,21\n12,22\n13,\0\n14,24\n", false)]
    [InlineData("10,20\n11,21\n12,22\n13,é\n14,24\n", true)]
    public void Rows_that_are_not_plain_to_see_are_left_to_the_CSV_reader(string text, bool isTaken)
    {
        RowGatherer rows = new(new RowShape("t.csv", ',', TableFormat.Utf8Name, Width: 2));

        Assert.Equal(isTaken, new BareRows(rows).TryAppend(Encoding.UTF8.GetBytes(text), out int lineBreaks));
        Assert.Equal(isTaken ? 5 : 0, lineBreaks);
    }

    private static double[] Numbers(Column column)
    {
        double[] numbers = new double[column.Count];
        column.ReadNumbers([.. Enumerable.Range(0, column.Count)], numbers);
        return numbers;
    }

    /// <summary>In every third column anything, in the others only numbers of so many decimals.</summary>
    private static string Field(Random generator, int column)
    {
        if (column % 3 == 0 && generator.Next(3) == 0)
            return Oddities[generator.Next(column == 0 ? 1 : 0, Oddities.Length)];
        double number = (generator.NextDouble() - 0.5) * Math.Pow(10, generator.Next(1, 9));
        return number.ToString($"F{column % 7}", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Text(string[][] rows, string lineEnd, Func<string, string> write)
    {
        StringBuilder text = new();
        foreach (string[] row in rows) text.AppendJoin(',', row.Select(write)).Append(lineEnd);
        return text.ToString();
    }
}
