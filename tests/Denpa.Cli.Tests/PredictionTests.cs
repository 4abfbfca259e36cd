using System.Text.Json;

namespace Denpa.Cli.Tests;

/// <summary>What predict writes, and where.</summary>
public sealed class PredictionTests : IDisposable
{
    private const string Link = "\"=HYPERLINK(\"\"http://x\"\")\"";
    private const string GuardedLink = "\"'=HYPERLINK(\"\"http://x\"\")\"";

    private readonly Workspace workspace = new();

    public PredictionTests()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? $"@a,{row},{Link}" : $"-5,{row + 100},＋1");
        workspace.Write("formulas.csv", string.Join('\n', rows.Prepend("=text,-number,+class")));
        Assert.Equal(0, workspace.Run("train", "formulas.csv", "--epochs", "30", "--lr", "0.01", "-q").ExitCode);
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void No_cell_of_the_csv_is_a_formula_where_it_is_for_a_spreadsheet()
    {
        Outcome outcome = workspace.Run("predict", "model.safetensors", "formulas.csv", "--proba", "--keep-columns", "--spreadsheet");

        Assert.Equal(0, outcome.ExitCode);
        string[] lines = outcome.Output.Split('\n');
        Assert.StartsWith("'=text,'-number,'+class,predicted +class,\"probability of =HYPERLINK(", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"'@a,0,{GuardedLink},{GuardedLink},", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("-5,101,＋1,＋1,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Else_cells_are_what_they_are()
    {
        Outcome outcome = workspace.Run("predict", "model.safetensors", "formulas.csv", "--keep-columns");

        Assert.StartsWith("=text,-number,+class,predicted +class\n@a,0,", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_classes_as_they_are()
    {
        JsonElement json = workspace.Run("predict", "model.safetensors", "formulas.csv", "--json").Json;

        IEnumerable<string?> classes = json.GetProperty("predictions").EnumerateArray().Select(row => row.GetProperty("value").GetString());
        Assert.Equal(["=HYPERLINK(\"http://x\")", "＋1"], classes.Take(2));
    }

    [Fact]
    public void A_named_file_is_written_beside_the_one_document()
    {
        string csv = workspace.Run("predict", "model.safetensors", "formulas.csv", "--keep-columns").Output;

        Outcome outcome = workspace.Run(
            "predict", "model.safetensors", "formulas.csv", "--keep-columns", "-o", "predictions.csv", "--json");

        Assert.Equal("predictions.csv", outcome.Json.GetProperty("output").GetString());
        Assert.Equal(csv, File.ReadAllText(workspace.PathOf("predictions.csv")));
    }

    [Fact]
    public void Columns_that_nothing_would_keep_are_refused()
    {
        Outcome outcome = workspace.Run("predict", "model.safetensors", "formulas.csv", "--keep-columns", "--json");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("denpa: --keep-columns: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }
}
