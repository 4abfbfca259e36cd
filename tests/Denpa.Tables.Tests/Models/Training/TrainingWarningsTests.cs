namespace Denpa.Tables.Tests;

/// <summary>What is wrong with the rows of a training, other than what forbids it.</summary>
public sealed class TrainingWarningsTests
{
    [Theory]
    [InlineData("copy", true)]
    [InlineData("code", true)]
    [InlineData("half", true)]
    [InlineData("noise", false)]
    [InlineData("rare", false)]
    public void A_column_that_alone_tells_the_class_is_named(string column, bool tells)
    {
        string rows = string.Concat(Enumerable.Range(0, 100).Select(row =>
        {
            string label = row % 2 == 0 ? "a" : "b";
            string code = row % 2 == 0 ? $"p{row % 3}" : $"q{row % 4}";
            int half = row % 2 == 0 ? row : 1000 + row;
            return $"{label}{label},{code},{half},{row * 37 % 101},{(row == 5 ? "s" : "t")},{label}\n";
        }));
        IReadOnlyList<string> warnings = Small.Training(Csv.Read("copy,code,half,noise,rare,y\n" + rows)).Warnings;
        Assert.Equal(tells, warnings.Any(said => said.StartsWith($"column \"{column}\" alone tells", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_number_that_rises_with_the_target_tells_it()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row => $"{row * row},{row * 37 % 61},{row * 0.5}\n"));
        string warning = Assert.Single(Small.Training(Csv.Read("square,noise,y\n" + rows)).Warnings);
        Assert.StartsWith("column \"square\" alone tells \"y\"", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_measured_on_and_learned_from_are_counted()
    {
        IEnumerable<int> twice = Enumerable.Range(0, 60).Select(row => row % 30);
        string rows = string.Concat(twice.Select(row => $"{row * 7 % 31},{row * 5 % 29},{(row * row % 5 > 1 ? "a" : "b")}\n"));
        Assert.Contains(
            Small.Training(Csv.Read("p,q,y\n" + rows)).Warnings, said => said.Contains("test rows", StringComparison.Ordinal));
    }

    [Fact]
    public void Penguins_are_no_reason_to_warn() => Assert.Empty(Small.Penguins().Warnings);

    [Fact]
    public void Three_rows_are_too_few() => Assert.Contains(
        Small.Training(Csv.Read("x,y\n1,2.5\n2,3.5\n4,9.25\n")).Warnings,
        said => said.StartsWith("1 row is too few to learn from", StringComparison.Ordinal));
}
