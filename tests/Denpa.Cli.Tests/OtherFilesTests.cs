using System.Diagnostics;
using Denpa.Cli.Files;

namespace Denpa.Cli.Tests;

/// <summary>A table that is no CSV file does all that one does, by whatever name.</summary>
public sealed class OtherFilesTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("penguins.jsonl", "JSON", "penguins.jsonl")]
    [InlineData("penguins.parquet", "Parquet", "penguins.csv")]
    [InlineData("penguins.xlsx", "Excel sheet penguins", "data")]
    public void It_is_described_learnt_from_and_predicted_as_the_CSV_file_that_holds_the_same(string file, string kind, string name)
    {
        File.Copy(Data(file), workspace.PathOf(name));
        string[] train = ["--target", "species", "--epochs", "2", "-q", "-o"];
        Assert.Equal(0, workspace.Run(["train", Workspace.Penguins, .. train, "csv.safetensors"]).ExitCode);

        Outcome said = workspace.Run("data", "describe", name);
        Outcome trained = workspace.Run(["train", name, .. train, "other.safetensors"]);
        Outcome predicted = workspace.Run("predict", "other.safetensors", name, "--proba");

        Assert.Contains($"{name}: 344 rows, 8 columns, {kind}, with a header", said.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
        Assert.Equal(workspace.Run("predict", "csv.safetensors", Workspace.Penguins, "--proba").Output, predicted.Output);
        Assert.Equal(0, workspace.Run("evaluate", "other.safetensors", name, "--rows", "test").ExitCode);
    }

    [Theory]
    [InlineData("penguins.parquet")]
    [InlineData("penguins.xlsx", "--sheet", "1")]
    public void It_comes_from_standard_input(string file, params string[] options)
    {
        using Process process = workspace.Start(["train", "-", "--target", "species", "--dry-run", .. options]);
        process.StandardInput.BaseStream.Write(File.ReadAllBytes(Data(file)));
        process.StandardInput.Close();

        Outcome outcome = Workspace.Finish(process);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    [Theory]
    [InlineData("penguins.csv", "--sheet", "2", "is no workbook, so it has no sheets — leave out --sheet")]
    [InlineData("penguins.xlsx", "--sheet", "2024", "there is no sheet \"2024\" — the sheets are penguins")]
    [InlineData("penguins.xlsx", "--lang=ja", "--sheet=2024", "シート \"2024\" はありません。シートは penguins です")]
    public void A_sheet_that_is_not_there_is_said(string file, string option, string value, string message)
    {
        Outcome outcome = workspace.Run("train", Data(file), option, value);

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains(message, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_in_the_table_is_said()
    {
        workspace.Write("rows.json", "[{\"a\":1,\"tags\":[1],\"y\":2},{\"a\":3,\"tags\":[],\"y\":5},{\"a\":4,\"y\":9}]");

        Outcome outcome = workspace.Run("data", "describe", "rows.json");

        Assert.Contains("tags: lists or records", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_reads_other_files_is_not_loaded_for_CSV()
    {
        DataInput.Read(Workspace.Penguins);

        Assert.DoesNotContain(
            AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name),
            name => name is "Parquet" or "DocumentFormat.OpenXml" or "Denpa.Tables.Parquet" or "Denpa.Tables.Excel");
    }

    private static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);
}
