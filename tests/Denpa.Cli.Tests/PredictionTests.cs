using System.Text.Json;

namespace Denpa.Cli.Tests;

/// <summary>What predict writes, and where.</summary>
public sealed class PredictionTests : IDisposable
{
    private readonly Workspace workspace = new();

    public PredictionTests()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? $"@a,{row},=HYPERLINK(\"http://x\")\n" : $"-5,{row + 100},＋1\n"));
        workspace.Write("formulas.csv", "=text,-number,+class\n" + rows.Replace("=HYPERLINK(\"http://x\")", "\"=HYPERLINK(\"\"http://x\"\")\"", StringComparison.Ordinal));
        Assert.Equal(0, workspace.Run("train", "formulas.csv", "--epochs", "30", "--lr", "0.01", "-q").ExitCode);
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void No_cell_of_the_csv_is_a_formula_to_a_spreadsheet()
    {
        Outcome outcome = workspace.Run("predict", "model.safetensors", "formulas.csv", "--proba", "--keep-columns");

        Assert.Equal(0, outcome.ExitCode);
        string[] lines = outcome.Output.Split('\n');
        Assert.Equal("'=text,'-number,'+class,predicted +class,\"probability of =HYPERLINK(\"\"http://x\"\")\",probability of ＋1", lines[0]);
        const string link = "\"'=HYPERLINK(\"\"http://x\"\")\"";
        Assert.StartsWith($"'@a,0,{link},{link},", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("-5,101,'＋1,'＋1,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_classes_as_they_are()
    {
        JsonElement json = workspace.Run("predict", "model.safetensors", "formulas.csv", "--json").Json;

        Assert.Equal(["=HYPERLINK(\"http://x\")", "＋1"], json.GetProperty("predictions").EnumerateArray().Take(2).Select(row => row.GetProperty("value").GetString()));
    }

    [Fact]
    public void A_named_file_is_written_beside_the_one_document()
    {
        string csv = workspace.Run("predict", "model.safetensors", "formulas.csv", "--keep-columns").Output;

        Outcome outcome = workspace.Run("predict", "model.safetensors", "formulas.csv", "--keep-columns", "-o", "predictions.csv", "--json");

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
