using System.Text.Json;

namespace Denpa.Cli.Tests.Output;

public sealed class EvaluationReportTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(12)]
    [InlineData(100)]
    public void The_document_has_the_whole_matrix_of_a_hundred_classes(int classes)
    {
        JsonElement metrics = Evaluate(classes);
        Assert.Equal(classes, metrics.GetProperty("confusion").GetArrayLength());
        Assert.False(metrics.TryGetProperty("confusionCells", out _));
    }

    [Fact]
    public void Of_more_classes_it_has_the_cells_with_rows_which_add_up_to_all_and_to_the_accuracy()
    {
        JsonElement metrics = Evaluate(101);
        Assert.False(metrics.TryGetProperty("confusion", out _));
        JsonElement[] cells = [.. metrics.GetProperty("confusionCells").EnumerateArray()];
        Assert.All(cells, cell => Assert.InRange(Member(cell, "actual"), 0, 100));
        Assert.All(cells, cell => Assert.InRange(Member(cell, "rows"), 1, 404));
        int rows = metrics.GetProperty("rows").GetInt32();
        Assert.Equal(rows, cells.Sum(cell => Member(cell, "rows")));
        int hits = cells.Where(cell => Member(cell, "actual") == Member(cell, "predicted")).Sum(cell => Member(cell, "rows"));
        Assert.Equal(metrics.GetProperty("accuracy").GetDouble(), hits / (double)rows, 12);
    }

    [Fact]
    public void A_page_shows_the_worst_of_many_confusions_and_the_first_of_many_classes()
    {
        Train(40);
        string page = workspace.Run("evaluate", "m.st", "data.csv").Output;
        Assert.Contains("the confusions with the most rows:", page, StringComparison.Ordinal);
        Assert.InRange(page.Split('\n').Length, 10, 24);
        Assert.Contains("and 20 more", workspace.Run("summary", "m.st").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_rows_has_no_recall()
    {
        Train(3);
        workspace.Write("two.csv", "a,b,y\n0,0,k0\n1,1,k1\n");
        string[] lines = workspace.Run("evaluate", "m.st", "two.csv").Output.Split('\n');
        string[] recalls = [.. lines.SkipWhile(line => !line.EndsWith("recall", StringComparison.Ordinal)).Skip(1).Take(3)];
        Assert.Equal([false, false, true], recalls.Select(line => line.EndsWith("no rows", StringComparison.Ordinal)));
        Assert.All(recalls[..2], line => Assert.EndsWith(" %", line, StringComparison.Ordinal));
    }

    private static int Member(JsonElement cell, string name) => cell.GetProperty(name).GetInt32();

    private JsonElement Evaluate(int classes)
    {
        Train(classes);
        return workspace.Run("evaluate", "m.st", "data.csv", "--json").Json.GetProperty("metrics");
    }

    private void Train(int classes)
    {
        string rows = string.Join('\n', Enumerable.Range(0, 4 * classes).Select(i => $"{i % 17},{i % 5},k{i % classes}"));
        workspace.Write("data.csv", $"a,b,y\n{rows}\n");
        string[] options = ["--task", "classification", "--epochs", "1", "--hidden", "4", "-q", "-o", "m.st"];
        Assert.Equal(0, workspace.Run(["train", "data.csv", .. options]).ExitCode);
    }
}
