using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace Denpa.Tables.Tests;

public sealed class ParquetTableTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scalars_are_told_as_a_CSV_file_would_have_them()
    {
        Table table = Read(await Write());

        Assert.Equal(["whole", "part", "name", "when", "day", "yes", "price"], table.Columns.Select(column => column.Name));
        Assert.Equal(["1", "-2", "3"], Csv.Texts(table["whole"]));
        Assert.Equal(["0.1", "", "1E+300"], Csv.Texts(table["part"]));
        Assert.Equal(["東京, \"x\"", "", "z"], Csv.Texts(table["name"]));
        Assert.Equal(["2024-02-29", "2024-02-29T12:30:01.5", "1969-12-31T23:59:59"], Csv.Texts(table["when"]));
        Assert.Equal(["2024-02-29", "1970-01-01", "1900-03-01"], Csv.Texts(table["day"]));
        Assert.Equal(["True", "", "False"], Csv.Texts(table["yes"]));
        Assert.Equal(["12.50", "0.01", "-7.00"], Csv.Texts(table["price"]));
        Assert.Equal(("Parquet", true, false), (table.Format.Kind, table.Format.HasHeader, table.Format.IsText));
    }

    [Fact]
    public async Task Groups_of_rows_follow_each_other()
    {
        Table table = Read(await Write(groups: 3));

        Assert.Equal(["1", "-2", "3", "1", "-2", "3", "1", "-2", "3"], Csv.Texts(table["whole"]));
        Assert.Equal(9, table.Line(8));
    }

    [Theory]
    [InlineData(DateTimeTimeUnit.Millis)]
    [InlineData(DateTimeTimeUnit.Micros)]
    [InlineData(DateTimeTimeUnit.Nanos)]
    public async Task Times_are_read_in_whatever_unit_they_count(DateTimeTimeUnit unit)
    {
        DateTimeDataField when = new("when", DateTimeFormat.Timestamp, isAdjustedToUTC: false, unit: unit, isNullable: false);
        using MemoryStream file = new();
        ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(when), file, cancellationToken: Token);
        using (ParquetRowGroupWriter group = writer.CreateRowGroup())
        {
            DateTime[] moments = [new(2024, 2, 29), new(1969, 12, 31, 23, 59, 59, 250)];
            await group.WriteAsync<DateTime>(when, moments, cancellationToken: Token);
            group.CompleteValidate();
        }

        await writer.DisposeAsync();

        Assert.Equal(["2024-02-29", "1969-12-31T23:59:59.25"], Csv.Texts(Read(file.ToArray())["when"]));
    }

    [Fact]
    public async Task Lists_are_left_out_and_told()
    {
        using MemoryStream file = new();
        Tagged[] rows = [new() { A = 7, Tags = [1, 2] }, new() { A = 8, Tags = [3] }];
        await ParquetSerializer.SerializeAsync(rows, file, cancellationToken: Token);

        Table table = Read(file.ToArray());

        Assert.Equal(["7", "8"], Csv.Texts(Assert.Single(table.Columns)));
        Assert.Equal(["Tags"], table.Format.UnreadColumns);
    }

    [Fact]
    public async Task Lists_alone_are_refused()
    {
        ParquetSchema schema = new(new ListField("tags", new DataField<int>("element")));
        using MemoryStream file = new();
        ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file, cancellationToken: Token);
        await writer.DisposeAsync();

        string message = Assert.Throws<TableException>(() => Read(file.ToArray())).Message;

        Assert.Equal("t.parquet: holds only lists or records — give texts, numbers, dates, true and false", message);
    }

    [Fact]
    public async Task What_is_no_number_is_missing_and_a_text_such_as_NA_is_not()
    {
        DataField<double> number = new("x");
        DataField<string> text = new("land");
        using MemoryStream file = new();
        ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(number, text), file, cancellationToken: Token);
        using (ParquetRowGroupWriter group = writer.CreateRowGroup())
        {
            await group.WriteAsync<double>(number, (double[])[double.NaN, 1.5], cancellationToken: Token);
            await WriteTexts(group, text, "NA", null!);
            group.CompleteValidate();
        }

        await writer.DisposeAsync();

        Table table = Read(file.ToArray());

        Assert.Equal([true, false], [table["x"].IsMissing(0), table["x"].IsMissing(1)]);
        Assert.Equal([false, true], [table["land"].IsMissing(0), table["land"].IsMissing(1)]);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_or_spoilt_is_refused_and_never_anything_else()
    {
        byte[] whole = await Write();
        for (int length = 4; length < whole.Length; length += 7) Assert.Throws<TableException>(() => Read(whole[..length]));
        Random random = new(5);
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] spoilt = [.. whole];
            for (int i = 0; i < 3; i++) spoilt[random.Next(4, spoilt.Length)] = (byte)random.Next(256);
            try
            {
                Assert.InRange(Read(spoilt).RowCount, 1, 1 << 22);
            }
            catch (TableException)
            {
                // Most are.
            }
        }
    }

    [Fact]
    public void Another_file_is_refused() => Assert.StartsWith(
        "t.parquet: is no whole Parquet file: ",
        Assert.Throws<TableException>(() => Read("PAR1 and no more"u8.ToArray())).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_reader_of_texts_says_what_reads_it() => Assert.Equal(
        "t.csv: is a Parquet file — read it by ParquetTable, of the package Denpa.Tables.Parquet",
        (await Assert.ThrowsAsync<TableException>(async () => Csv.ReadBytes(await Write()))).Message);

    /// <summary>A row with a list in it.</summary>
    private sealed class Tagged
    {
        public int A { get; set; }

        public List<int> Tags { get; set; } = [];
    }

    private static Table Read(byte[] file) => ParquetTable.Read(new MemoryStream(file), "t.parquet");

    private static async Task WriteTexts(ParquetRowGroupWriter group, DataField<string> field, params string[] texts) =>
        await group.WriteAsync(field, texts);

    private static async Task<byte[]> Write(int groups = 1)
    {
        DataField<int> whole = new("whole");
        DataField<double?> part = new("part");
        DataField<string> name = new("name");
        DataField<DateTime> when = new("when");
        DataField<DateOnly> day = new("day");
        DataField<bool?> yes = new("yes");
        DecimalDataField price = new("price", 10, 2);
        using MemoryStream file = new();
        ParquetWriter writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(whole, part, name, when, day, yes, price), file, cancellationToken: Token);
        for (int i = 0; i < groups; i++)
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync<int>(whole, (int[])[1, -2, 3]);
            await group.WriteAsync<double>(part, (double?[])[0.1, null, 1e300]);
            await group.WriteAsync(name, (string[])["東京, \"x\"", null!, "z"]);
            DateTime moment = new(2024, 2, 29, 12, 30, 1, 500, DateTimeKind.Utc);
            await group.WriteAsync<DateTime>(when, (DateTime[])[moment.Date, moment, new(1969, 12, 31, 23, 59, 59, DateTimeKind.Utc)]);
            await group.WriteAsync<DateOnly>(day, (DateOnly[])[new(2024, 2, 29), new(1970, 1, 1), new(1900, 3, 1)]);
            await group.WriteAsync<bool>(yes, (bool?[])[true, null, false]);
            await group.WriteAsync<decimal>(price, (decimal[])[12.50m, 0.01m, -7m]);
            group.CompleteValidate();
        }

        await writer.DisposeAsync();
        return file.ToArray();
    }
}
