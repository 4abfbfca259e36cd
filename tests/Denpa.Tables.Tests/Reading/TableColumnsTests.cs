using System.Globalization;
using System.Text;

namespace Denpa.Tables.Tests;

public sealed class TableColumnsTests
{
    private static readonly TableColumns<House> Columns = new TableColumns<House>()
        .Number("area", house => house.Area)
        .Number("rooms", house => house.Rooms)
        .YesNo("garden", house => house.Garden)
        .Date("built", house => house.Built)
        .Date("seen", house => house.Seen)
        .Text("town", house => house.Town)
        .Number("price", house => house.Price);

    [Fact]
    public void Objects_and_a_file_of_the_same_give_the_same_schema_and_the_same_bits()
    {
        House[] houses = [.. Houses(10_000)];
        (Table? typed, Table? read) = (Table.From(houses, Columns), Csv.Read(AsCsv(houses)));
        foreach (string target in new[] { "price", "town" })
        {
            UnderstandingOptions options = new() { Target = target };
            (TableUnderstanding? one, TableUnderstanding? other) =
                (TableUnderstanding.Of(typed, options), TableUnderstanding.Of(read, options));
            int[] rows = [.. one.LabelledRows];
            (TableSchema? schema, TableSchema? same) = (TableSchema.Fit(typed, one, rows), TableSchema.Fit(read, other, rows));

            Assert.Equal(same.ToJson(), schema.ToJson());
            Assert.Equal(other.Columns.Select(column => column.Reason), one.Columns.Select(column => column.Reason));
            Assert.Equal(
                same.EncodeFeatures<double>(read, rows).Select(BitConverter.DoubleToInt64Bits),
                schema.EncodeFeatures<double>(typed, rows).Select(BitConverter.DoubleToInt64Bits));
            if (target == "price") Assert.Equal(same.EncodeTargets<float>(read, rows), schema.EncodeTargets<float>(typed, rows));
            else Assert.Equal(same.EncodeLabels(read, rows), schema.EncodeLabels(typed, rows));
        }
    }

    [Fact]
    public void A_model_that_learnt_from_objects_answers_for_a_file()
    {
        House[] houses = [.. Houses(60)];
        PreparedTraining training = Small.Training(Table.From(houses, Columns), target: "price");
        Small.Run(training);
        TableModel model = training.ToModel();

        Assert.Equal(Small.Answers(model, Table.From(houses, Columns)), Small.Answers(model, Csv.Read(AsCsv(houses))));
    }

    [Fact]
    public void Null_is_missing()
    {
        Table table = Table.From([new House(null, 1, null, null, null, null, 0)], Columns);

        Assert.Equal(
            ["area", "garden", "built", "seen", "town"],
            table.Columns.Where(column => column.IsMissing(0)).Select(column => column.Name));
    }

    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    public void A_number_of_no_use_is_refused_with_its_row_and_column(double price)
    {
        IEnumerable<House> houses = Houses(30).Select((house, i) => i == 6 ? house with { Area = price } : house);
        TableException problem = Assert.Throws<TableException>(() => TableUnderstanding.Of(Table.From(houses, Columns)));

        Assert.StartsWith("rows:7:1: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_are_no_table()
    {
        TableException problem = Assert.Throws<TableException>(() => Table.From([], Columns, "houses"));

        Assert.Equal("houses: has no rows — give one or more", problem.Message);
    }

    [Fact]
    public void No_columns_are_no_table() =>
        Assert.Throws<ArgumentException>(() => Table.From(["a"], new TableColumns<string>()));

    [Fact]
    public void Two_columns_need_two_names()
    {
        ArgumentException problem = Assert.Throws<ArgumentException>(
            () => new TableColumns<string>().Text("a", text => text).Text("a", text => text));

        Assert.StartsWith("two columns are named \"a\" — give each a name of its own", problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<House> Houses(int count)
    {
        Random generator = new(4);
        string[] towns = ["Ube", "Oita", "Kyoto, north", "a \"new\" town"];
        for (int i = 0; i < count; i++)
        {
            yield return new House(
                Area: i % 7 == 0 ? null : Math.Round(generator.NextDouble() * 200, i % 5),
                Rooms: generator.Next(1, 9),
                Garden: i % 11 == 0 ? null : generator.Next(2) == 0,
                Built: i % 13 == 0 ? null : new DateOnly(1950, 1, 1).AddDays(generator.Next(25_000)),
                Seen: i % 17 == 0 ? null : new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(generator.Next(40_000_000)),
                Town: i % 19 == 0 ? null : towns[generator.Next(towns.Length)],
                Price: generator.NextDouble() * 1e6);
        }
    }

    private static string AsCsv(IEnumerable<House> houses)
    {
        StringBuilder text = new("area,rooms,garden,built,seen,town,price\n");
        foreach (House house in houses)
        {
            text.Append(CultureInfo.InvariantCulture, $"{house.Area:0.0000},{house.Rooms},{house.Garden?.ToString().ToLowerInvariant()},");
            text.Append(CultureInfo.InvariantCulture, $"{house.Built:yyyy-MM-dd},{house.Seen:yyyy-MM-dd HH:mm:ss},");
            text.Append(CultureInfo.InvariantCulture, $"\"{house.Town?.Replace("\"", "\"\"")}\",{house.Price:R}\n");
        }

        return text.ToString();
    }

    private sealed record House(double? Area, int Rooms, bool? Garden, DateOnly? Built, DateTime? Seen, string? Town, double Price);
}
