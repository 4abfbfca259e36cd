namespace Denpa.Tables.Tests;

/// <summary>Rows shared out by a column.</summary>
public sealed class ColumnSplitTests
{
    private static readonly SplitFractions Fractions = new(60, 20, 20);

    private const string Days =
        "2024-01-09,2024-01-10,2023-12-31,2024-01-02,2024-01-03,2024-01-04,2024-01-05,2024-01-06,2024-01-07,2024-01-08";

    [Theory]
    [InlineData("10,9,8,7,6,5,4,3,2,1", new[] { 0, 1 })]
    [InlineData(Days, new[] { 0, 1 })]
    [InlineData("b,a,d,c,a,a,a,a,e,a", new[] { 2, 8 })]
    [InlineData("9,,7,6,5,8,4,3,2,1", new[] { 0, 5 })]
    public void The_last_by_a_number_a_date_or_a_text_are_to_test_on(string values, int[] test)
    {
        Column column = Of(values);
        SplitRows split = ColumnSplit.InOrderOf(column, Enumerable.Range(0, 10).ToArray(), Fractions);
        Assert.Equal(test, split.Test);
        Assert.Equal(2, split.Validation.Length);
        Assert.Equal(Enumerable.Range(0, 10), split.Training.Concat(split.Validation).Concat(split.Test).Order());
    }

    [Fact]
    public void No_group_is_in_two_parts_and_no_part_is_empty()
    {
        Column column = Of(string.Join(',', Enumerable.Range(0, 100).Select(row => $"g{row * row % 23}")));
        for (ulong seed = 0; seed < 20; seed++)
        {
            SplitRows split = ColumnSplit.ByGroup(column, Enumerable.Range(0, 100).ToArray(), Fractions, new Generator(seed));
            int[][] parts = [split.Training, split.Validation, split.Test];
            string[][] groups = [.. parts.Select(part => part.Select(row => column[row]).Distinct().ToArray())];
            Assert.All(parts, part => Assert.NotEmpty(part));
            Assert.Equal(100, parts.Sum(part => part.Length));
            Assert.Equal(groups.Sum(part => part.Length), groups.SelectMany(part => part).Distinct().Count());
            Assert.InRange(split.Training.Length, 50, 70);
        }
    }

    [Fact]
    public void Fewer_groups_than_parts_are_refused() => Assert.Throws<ArgumentException>(
        () => ColumnSplit.ByGroup(Of("a,b,a,b"), new[] { 0, 1, 2, 3 }, Fractions, new Generator(0)));

    [Fact]
    public void A_loaded_model_finds_the_rows_again_and_not_those_of_a_table_without_the_column()
    {
        Table table = Csv.Penguins();
        TrainingSettings settings = Small.Settings with { SplitBy = "year" };
        TableUnderstanding understanding = TableUnderstanding.Of(table, new UnderstandingOptions { Target = "species", Ignore = ["year"] });
        PreparedTraining training = new(table, understanding, settings);
        using MemoryStream file = new();
        training.ToModel().Save(file);
        file.Position = 0;
        TableModel loaded = TableModel.Load(file, "m");

        int[] test = loaded.Split.RowsOf(RowPart.Test, table, loaded.Schema);
        Assert.Equal(training.TestRows, test.Length);
        Assert.All(test, row => Assert.Equal("2009", table["year"][row]));
        string lacking = string.Join('\n', File.ReadLines(Csv.PenguinsPath).Select(line => line[..line.LastIndexOf(',')])) + "\n";
        TableException refusal = Assert.Throws<TableException>(
            () => loaded.Split.RowsOf(RowPart.Test, Csv.Read(lacking), loaded.Schema));
        Assert.Contains("not the table that the model was trained on", refusal.Message, StringComparison.Ordinal);
    }

    private static Column Of(string values) => Csv.Read("c,d\n" + string.Concat(values.Split(',').Select(value => $"{value},1\n")))["c"];
}
