using System.Globalization;
using System.Text.Json;

namespace Denpa.Cli.Tests;

/// <summary>What the commands do with a model of the penguins.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly JsonElement trained;

    public ModelTests()
    {
        Outcome outcome = workspace.Run(
            "train", Workspace.Penguins, "--target", "species", "--epochs", "60", "--seed", "3", "--json", "-q");
        Assert.Equal(0, outcome.ExitCode);
        trained = outcome.Json;
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Evaluating_the_test_rows_prints_trainings_own_metrics()
    {
        Outcome outcome = workspace.Run("evaluate", "model.safetensors", Workspace.Penguins, "--rows", "test", "--json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(trained.GetProperty("test").GetRawText(), outcome.Json.GetProperty("metrics").GetRawText());
    }

    [Fact]
    public void The_order_of_the_columns_does_not_matter()
    {
        IEnumerable<string> reversed = File.ReadLines(Workspace.Penguins).Select(line => string.Join(',', line.Split(',').Reverse()));
        workspace.Write("reversed.csv", string.Join('\n', reversed) + "\n");
        Outcome outcome = workspace.Run("evaluate", "model.safetensors", "reversed.csv", "--rows", "test", "--json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(trained.GetProperty("test").GetRawText(), outcome.Json.GetProperty("metrics").GetRawText());
    }

    [Fact]
    public void Other_data_has_no_test_rows()
    {
        workspace.Write("fewer.csv", string.Join('\n', File.ReadLines(Workspace.Penguins).SkipLast(1)) + "\n");
        Outcome outcome = workspace.Run("evaluate", "model.safetensors", "fewer.csv", "--rows", "test");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("--rows all", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_fails_exits_with_5()
    {
        Assert.Equal(5, workspace.Run("evaluate", "model.safetensors", Workspace.Penguins, "--fail-if", "accuracy<1.01").ExitCode);
        Assert.Equal(0, workspace.Run("evaluate", "model.safetensors", Workspace.Penguins, "--fail-if", "accuracy<0.5").ExitCode);
        Assert.Equal(2, workspace.Run("evaluate", "model.safetensors", Workspace.Penguins, "--fail-if", "rmse>1").ExitCode);
        Assert.Equal(2, workspace.Run("evaluate", "model.safetensors", Workspace.Penguins, "--fail-if", "accuracy is bad").ExitCode);
    }

    [Fact]
    public void Predictions_are_csv_with_probabilities_that_add_up_to_one()
    {
        Outcome outcome = workspace.Run("predict", "model.safetensors", Workspace.Penguins, "--proba");
        Assert.Equal(0, outcome.ExitCode);
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(345, lines.Length);
        Assert.StartsWith("predicted species,probability of ", lines[0], StringComparison.Ordinal);
        foreach (string line in lines[1..])
        {
            double sum = line.Trim().Split(',')[1..].Sum(cell => double.Parse(cell, CultureInfo.InvariantCulture));
            Assert.Equal(1, sum, 6);
        }
    }

    [Fact]
    public void Standard_input_is_a_table_too()
    {
        Outcome file = workspace.Run("predict", "model.safetensors", Workspace.Penguins);
        Outcome piped = workspace.RunWithInput(File.ReadAllText(Workspace.Penguins), "predict", "model.safetensors", "-");
        Assert.Equal(file.Output, piped.Output);
    }

    [Fact]
    public void Kept_columns_come_first()
    {
        Outcome outcome = workspace.Run("predict", "model.safetensors", Workspace.Penguins, "--keep-columns", "-o", "out.csv");
        Assert.Equal((0, "Saved     out.csv: 344 rows\n"), (outcome.ExitCode, outcome.Output.ReplaceLineEndings("\n")));
        string header = File.ReadLines(workspace.PathOf("out.csv")).First();
        Assert.Equal("species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year,predicted species", header);
    }

    [Fact]
    public void A_category_never_seen_is_said_and_not_fatal()
    {
        workspace.Write(
            "new.csv", "island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year\nAtlantis,39,18,181,3750,male,2007\n");
        Outcome outcome = workspace.Run("predict", "model.safetensors", "new.csv");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Atlantis", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_exits_with_3_and_names_it()
    {
        workspace.Write("new.csv", "island,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year\nDream,18,181,3750,male,2007\n");
        Outcome outcome = workspace.Run("predict", "model.safetensors", "new.csv");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("bill_length_mm", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_what_there_is()
    {
        Outcome outcome = workspace.Run("summary", "model.safetensors", "--json");
        Assert.Equal(0, outcome.ExitCode);
        int inputs = outcome.Json.GetProperty("inputs").GetInt32();

        // Five numbers each have 16 frequencies, 16 phases, 3 × 16 weights and 3 biases, and are followed by 3 more inputs.
        int embedded = inputs + (5 * 3);
        long expected = 5 * ((5 * (16 + 16 + 48 + 3)) + embedded + ((embedded + 2) * 64) + (66 * 64) + (65 * 3));
        Assert.Equal(expected, outcome.Json.GetProperty("parameters").GetInt64());
        Assert.Contains("Linear", workspace.Run("summary", "model.safetensors").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_cut_off_anywhere_exits_with_4()
    {
        byte[] whole = File.ReadAllBytes(workspace.PathOf("model.safetensors"));
        foreach (int length in (int[])[0, 7, 100, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(workspace.PathOf("cut.safetensors"), whole[..length]);
            Outcome outcome = workspace.Run("summary", "cut.safetensors");
            Assert.Equal(4, outcome.ExitCode);
            Assert.Single(outcome.ErrorLines);
        }
    }
}
