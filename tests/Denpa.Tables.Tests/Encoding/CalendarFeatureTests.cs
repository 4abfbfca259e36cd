namespace Denpa.Tables.Tests;

public sealed class CalendarFeatureTests
{
    [Fact]
    public void A_date_becomes_running_days_the_year_and_its_place_in_each_cycle()
    {
        // 1 January 2024 was a Monday; of 2024's 366 days, 1 July is the 183rd, and a Monday too.
        const string text = "d,y\n2024-01-01,a\n2023-07-01 12:00,b\n2024-07-01,a\n2024-01-01,b\n";
        TableSchema schema = Fit(text);

        Assert.Equal(
        [
            "d.days", "d.year", "d.dayOfYear.sine", "d.dayOfYear.cosine", "d.dayOfWeek.sine", "d.dayOfWeek.cosine",
            "d.secondsOfDay.sine", "d.secondsOfDay.cosine",
        ],
        schema.InputNames);
        CalendarFeature date = Assert.IsType<CalendarFeature>(schema.Features[0]);
        Assert.Equal((19723, 2024), (date.Numbers[0].Value.Median, date.Numbers[1].Value.Median));
        double[] noon = schema.EncodeFeatures<double>(Csv.Read(text), [1]);
        Assert.Equal(-1, noon[7], 1e-12);
        double[] july = schema.EncodeFeatures<double>(Csv.Read(text), [2]);
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * 182 / 366);
        Assert.Equal([sine, cosine, 0, 1], july[2..6], (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void A_missing_date_takes_the_median_and_no_place_and_is_marked()
    {
        TableSchema schema = Fit("d,y\n2020-01-01,a\n2021-06-01,b\n,a\n2021-06-01,b\n");
        double[] inputs = schema.EncodeFeatures<double>(Csv.Read("d,z\nNA,1\n2021-06-01,1\n"), [0, 1]);
        double[] missing = inputs[..schema.InputCount];

        Assert.Equal("d=(missing)", schema.InputNames[^1]);
        Assert.Equal(inputs[schema.InputCount], missing[0]);
        Assert.Equal(1, missing[^1]);
        Assert.Equal(0, inputs[^1]);
        Assert.All(missing[2..^1], value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData("13/2/2024", "1/3/2024", DateOrder.DayFirst)]
    [InlineData("2/13/2024", "1/3/2024", DateOrder.MonthFirst)]
    [InlineData("1.2.2024", "13.2.2024", DateOrder.DayFirst)]
    public void The_column_settles_the_order_of_day_and_month(string first, string second, DateOrder order)
    {
        ColumnUnderstanding column = Csv.Understand(Csv.WithTarget(first, second, second, first, second)).Columns[0];

        Assert.Equal((ColumnKind.Date, order), (column.Kind, column.Order));
    }

    [Fact]
    public void An_order_that_nothing_settles_is_asked_for()
    {
        string text = Csv.WithTarget("1/3/2024", "2/3/2024", "2/3/2024", "4/5/2024");
        ColumnUnderstanding column = Csv.Understand(text).Columns[0];
        UnderstandingOptions asked = new() { Kinds = new Dictionary<string, ColumnRequest> { ["x"] = new(ColumnKind.Date, DateOrder.MonthFirst) } };

        Assert.Equal((ColumnKind.Date, ColumnRole.LeftOut), (column.Kind, column.Role));
        Assert.Contains("x=date:mdy", column.Reason, StringComparison.Ordinal);
        Assert.Equal((ColumnRole.Feature, DateOrder.MonthFirst), (Csv.Understand(text, asked).Columns[0].Role, Csv.Understand(text, asked).Columns[0].Order));
    }

    [Fact]
    public void Models_of_version_0_1_go_on_with_their_parts()
    {
        const string json = """
            {"version":1,"features":[{"kind":"date","year":{"median":2024,"scaling":{"mean":2024,"standardDeviation":1}},
            "month":{"median":2,"scaling":{"mean":2,"standardDeviation":1}},"dayOfWeek":{"median":4,"scaling":{"mean":4,"standardDeviation":1}},
            "secondsOfDay":{"median":0,"scaling":{"mean":0,"standardDeviation":1}},"name":"d"}],
            "target":{"kind":"number","scaling":{"mean":0,"standardDeviation":1},"name":"y"}}
            """;
        double[] inputs = TableSchema.FromJson(json).EncodeFeatures<double>(Csv.Read("d,z\n2025-03-07T00:00:05,1\n"), [0]);

        Assert.Equal([1, 1, 1, 5], inputs);
    }

    private static TableSchema Fit(string text)
    {
        Table table = Csv.Read(text);
        return TableSchema.Fit(table, TableUnderstanding.Of(table), Csv.AllRows(table));
    }
}
