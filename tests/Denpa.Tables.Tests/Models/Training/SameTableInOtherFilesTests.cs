using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Parquet;
using Parquet.Schema;

namespace Denpa.Tables.Tests;

/// <summary>One list of passengers in a file of whatever kind: the same schema, and the same weights to the bit.</summary>
public sealed class SameTableInOtherFilesTests
{
    private static readonly Passenger[] Passengers = [.. Enumerable.Range(0, 150).Select(Passenger.Of)];

    private static readonly Lazy<PreparedTraining> Expected = new(() => Train(Table.Read(new StringReader(Csv()), "t.csv")));

    [Fact]
    public void A_workbook() => Same(ExcelTable.Read(new MemoryStream(Workbook()), "t.xlsx"));

    [Fact]
    public async Task A_Parquet_file() => Same(ParquetTable.Read(new MemoryStream(await Parquet()), "t.parquet"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void JSON(bool isArray) => Same(Table.Read(new StringReader(Json(isArray)), "t.json"));

    [Theory]
    [InlineData("penguins.jsonl")]
    [InlineData("penguins.parquet")]
    [InlineData("penguins.xlsx")]
    public void Penguins_of_other_writers(string file)
    {
        string path = Path.Combine(Path.GetDirectoryName(Tests.Csv.PenguinsPath)!, file);

        Table table = Path.GetExtension(file) switch
        {
            ".parquet" => ParquetTable.Read(path),
            ".xlsx" => ExcelTable.Read(path),
            _ => Table.Read(path),
        };

        Same(Train(Tests.Csv.Penguins(), "species"), Train(table, "species"));
    }

    private static void Same(Table table) => Same(Expected.Value, Train(table));

    private static void Same(PreparedTraining expected, PreparedTraining training)
    {
        Assert.Equal(SchemaJson.Write(expected.Schema), SchemaJson.Write(training.Schema));
        Assert.Equal(Small.Bits(expected.Network), Small.Bits(training.Network));
    }

    private static PreparedTraining Train(Table table, string target = "survived")
    {
        PreparedTraining training = Small.Training(table, target: target);
        Small.Run(training);
        return training;
    }

    private static string Csv() => "id,age,fare,port,member,since,survived\n" + string.Concat(Passengers.Select(passenger =>
        string.Create(CultureInfo.InvariantCulture, $"{passenger.Id},{passenger.Age},{passenger.Fare},{passenger.Port},")
        + string.Create(CultureInfo.InvariantCulture, $"{passenger.IsMember},{passenger.Since:yyyy-MM-dd},{passenger.Survived}\n")));

    private static string Json(bool isArray)
    {
        IEnumerable<JsonObject> rows = Passengers.Select(passenger => new JsonObject
        {
            ["id"] = passenger.Id,
            ["age"] = passenger.Age,
            ["fare"] = passenger.Fare,
            ["port"] = passenger.Port,
            ["member"] = passenger.IsMember,
            ["since"] = passenger.Since.ToString("O", CultureInfo.InvariantCulture),
            ["survived"] = passenger.Survived,
        });
        IEnumerable<string> texts = rows.Select(row => row.ToJsonString());
        return isArray ? $"[{string.Join(",\n", texts)}]" : string.Join('\n', texts);
    }

    private static byte[] Workbook()
    {
        StringBuilder rows = new("<row r=\"1\">" + Text("お客様一覧") + "</row><row r=\"3\">");
        foreach (string name in (string[])["id", "age", "fare", "port", "member", "since", "survived"]) rows.Append(Text(name));
        rows.Append("</row>");
        foreach (Passenger passenger in Passengers)
        {
            rows.Append("<row>").Append(Number(passenger.Id)).Append(Number(passenger.Age)).Append(Number(passenger.Fare));
            rows.Append(passenger.Port is { } port ? Text(port) : "<c/>").Append($"<c t=\"b\"><v>{(passenger.IsMember ? 1 : 0)}</v></c>");
            rows.Append($"<c s=\"1\"><v>{passenger.Since.ToDateTime(default).ToOADate()}</v></c>");
            rows.Append(Text(passenger.Survived)).Append("</row>");
        }

        return WorkbookFiles.Write(rows.ToString(), formats: ["yyyy/m/d"]);

        static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

        // As Excel writes them.
        static string Number(double? number) =>
            number is { } value ? $"<c><v>{value.ToString("G17", CultureInfo.InvariantCulture)}</v></c>" : "<c/>";
    }

    private static async Task<byte[]> Parquet()
    {
        (DataField<long> id, DataField<double?> age, DataField<double> fare) = (new("id"), new("age"), new("fare"));
        (DataField<string> port, DataField<bool> member) = (new("port"), new("member"));
        (DataField<DateOnly> since, DataField<string> survived) = (new("since"), new("survived"));
        using MemoryStream file = new();
        ParquetSchema schema = new(id, age, fare, port, member, since, survived);
        ParquetWriter writer = await ParquetWriter.CreateAsync(schema, file);
        foreach (Passenger[] rows in Passengers.Chunk(40))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync<long>(id, Array.ConvertAll(rows, row => (long)row.Id));
            await group.WriteAsync<double>(age, Array.ConvertAll(rows, row => row.Age));
            await group.WriteAsync<double>(fare, Array.ConvertAll(rows, row => row.Fare));
            await group.WriteAsync(port, Array.ConvertAll(rows, row => row.Port!));
            await group.WriteAsync<bool>(member, Array.ConvertAll(rows, row => row.IsMember));
            await group.WriteAsync<DateOnly>(since, Array.ConvertAll(rows, row => row.Since));
            await group.WriteAsync(survived, Array.ConvertAll(rows, row => row.Survived));
            group.CompleteValidate();
        }

        await writer.DisposeAsync();
        return file.ToArray();
    }

    private sealed record Passenger(int Id, double? Age, double Fare, string? Port, bool IsMember, DateOnly Since, string Survived)
    {
        public static Passenger Of(int row) => new(
            row + 1,
            row % 11 == 0 ? null : ((row * 37 % 700) + 10) / 10.0,
            (row * 7919 % 200_000) / 4.0,
            row % 13 == 0 ? null : ((string[])["横浜", "神戸", "長崎"])[row % 3],
            row * 17 % 5 < 2,
            new DateOnly(1999, 12, 31).AddDays(row * 101 % 9000),
            row * 31 % 7 < 3 ? "yes" : "no");
    }
}
