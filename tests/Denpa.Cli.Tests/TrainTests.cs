using System.Text.Json;

namespace Denpa.Cli.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Without_data_it_trains_the_digits_and_saves_a_model()
    {
        Outcome outcome = workspace.Run("train", "--epochs", "30", "--seed", "1");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("digit: 10 classes", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Test      accuracy", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Next      denpa", outcome.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.PathOf("model.safetensors")));
    }

    [Fact]
    public void Json_is_one_document_with_the_metrics_of_each_part()
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "species", "--epochs", "40", "--json");
        Assert.Equal(0, outcome.ExitCode);
        JsonElement json = outcome.Json;
        Assert.Equal(1, json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("species", json.GetProperty("target").GetString());
        Assert.Equal(
            ["Adelie", "Chinstrap", "Gentoo"], json.GetProperty("classes").EnumerateArray().Select(name => name.GetString()).Order());
        Assert.True(json.GetProperty("test").GetProperty("accuracy").GetDouble() > 0.9);
        Assert.Equal(344, json.GetProperty("rows").EnumerateObject().Sum(part => part.Value.GetInt32()));
    }

    [Fact]
    public void The_penguins_columns_are_understood_and_said()
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "species", "--dry-run");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"island\s+category\s+Biscoe \(168\), Dream \(124\), Torgersen\s+\(52\)", outcome.Output);
        Assert.Matches(@"bill_length_mm\s+number\s+from 32.1 to 59.6; 2 missing", outcome.Output);
        Assert.Matches(@"sex\s+yes/no\s+.*11 missing", outcome.Output);
        Assert.False(File.Exists(workspace.PathOf("model.safetensors")));
    }

    [Fact]
    public void A_regression_reports_errors_in_the_targets_units()
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "body_mass_g", "--epochs", "60", "--json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("regression", outcome.Json.GetProperty("task").GetString());
        Assert.InRange(outcome.Json.GetProperty("test").GetProperty("rmse").GetDouble(), 100, 600);
    }

    [Fact]
    public void In_a_log_progress_is_some_twenty_sober_lines()
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "species", "--epochs", "100", "--patience", "0");
        Assert.Equal(0, outcome.ExitCode);
        Assert.InRange(outcome.ErrorLines.Length, 5, 24);
        Assert.DoesNotContain('\x1b', outcome.Error);
        Assert.DoesNotContain('\r', outcome.Error);
    }

    [Fact]
    public void Quiet_says_nothing_on_standard_error() =>
        Assert.Equal("", workspace.Run("train", Workspace.Penguins, "--target", "species", "--epochs", "3", "-q").Error);

    [Fact]
    public void The_same_seed_gives_the_same_file_at_any_number_of_threads()
    {
        foreach (string threads in (string[])["1", "2", "4"])
        {
            Outcome outcome = workspace.Run(
                "train", "--epochs", "4", "--seed", "5", "--threads", threads, "--dropout", "0.2", "-o", $"{threads}.safetensors", "-q");
            Assert.Equal(0, outcome.ExitCode);
        }

        byte[] one = File.ReadAllBytes(workspace.PathOf("1.safetensors"));
        Assert.Equal(one, File.ReadAllBytes(workspace.PathOf("2.safetensors")));
        Assert.Equal(one, File.ReadAllBytes(workspace.PathOf("4.safetensors")));
    }

    [Fact]
    public void Another_seed_gives_another_model()
    {
        workspace.Run("train", "--epochs", "1", "--seed", "1", "-o", "1.safetensors", "-q");
        workspace.Run("train", "--epochs", "1", "--seed", "2", "-o", "2.safetensors", "-q");
        Assert.NotEqual(File.ReadAllBytes(workspace.PathOf("1.safetensors")), File.ReadAllBytes(workspace.PathOf("2.safetensors")));
    }

    [Fact]
    public void History_is_a_row_for_each_epoch()
    {
        workspace.Run(
            "train", Workspace.Penguins, "--target", "species", "--epochs", "7", "--patience", "0", "--history", "history.csv", "-q");
        string[] lines = File.ReadAllLines(workspace.PathOf("history.csv"));
        Assert.Equal(8, lines.Length);
        Assert.StartsWith("epoch,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("7,", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public void Events_are_lines_of_json()
    {
        workspace.Run(
            "train", Workspace.Penguins, "--target", "species", "--epochs", "3", "--patience", "0", "--events", "events.jsonl", "-q");
        string[] kinds =
        [
            .. File.ReadLines(workspace.PathOf("events.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()!),
        ];
        Assert.Equal(["started", "epoch", "epoch", "epoch", "finished"], kinds);
    }

    [Fact]
    public void A_run_that_diverges_exits_with_6_and_names_the_op()
    {
        Outcome outcome = workspace.Run(
            "train", Workspace.Penguins, "--target", "body_mass_g", "--optimizer", "sgd", "--lr", "1e6", "--epochs", "50", "-q");
        Assert.Equal(6, outcome.ExitCode);
        Assert.Contains("diverged", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace.PathOf("model.safetensors")));
    }

    [Fact]
    public void It_goes_on_from_another_models_weights()
    {
        workspace.Run("train", Workspace.Penguins, "--target", "species", "--epochs", "20", "-o", "first.safetensors", "-q");
        Outcome outcome = workspace.Run(
            "train", Workspace.Penguins, "--target", "species", "--epochs", "1", "--from", "first.safetensors", "--json", "-q");
        Assert.Equal(0, outcome.ExitCode);
        Assert.True(outcome.Json.GetProperty("test").GetProperty("accuracy").GetDouble() > 0.9);
    }

    [Fact]
    public void A_model_that_is_trained_further_says_itself_what_to_predict_and_how()
    {
        string[] first = ["--target", "species", "--hidden", "7", "--activation", "tanh", "--features", "bill_length_mm,island"];
        workspace.Run(["train", Workspace.Penguins, .. first, "--epochs", "2", "-o", "first.safetensors", "-q"]);
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--epochs", "1", "--from", "first.safetensors");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("(as the model had them)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("5 → 7 → 3, tanh", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("bill_length_mm  number    as the model takes it", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the model predicts \"species\", not \"island\"", "--target", "island")]
    [InlineData("the model tells classes apart", "--task", "regression")]
    [InlineData("the model learns from island, bill_length_mm", "--features", "island")]
    [InlineData("the model needs column \"island\"", "--ignore", "island")]
    [InlineData("the model does not take column \"bill_length_mm\" for that", "--kind", "bill_length_mm=category")]
    [InlineData("different layers", "--hidden", "3")]
    public void Words_that_contradict_the_model_to_start_from_are_refused(string problem, params string[] words)
    {
        string[] first = ["--target", "species", "--features", "bill_length_mm,island"];
        workspace.Run(["train", Workspace.Penguins, .. first, "--epochs", "1", "-o", "first.safetensors", "-q"]);
        Outcome outcome = workspace.Run(["train", Workspace.Penguins, "--from", "first.safetensors", .. words]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(problem, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_goes_on_from_a_model_is_resumed_as_one()
    {
        workspace.Run("train", Workspace.Penguins, "--target", "species", "--epochs", "3", "-o", "first.safetensors", "-q");
        string[] further = ["train", Workspace.Penguins, "--from", "first.safetensors", "--checkpoint", "run", "-q"];
        workspace.Run([.. further, "--epochs", "4", "-o", "whole.safetensors"]);
        Directory.Delete(workspace.PathOf("run"), recursive: true);
        workspace.Run([.. further, "--epochs", "2"]);
        Outcome resumed = workspace.Run("train", "--checkpoint", "run", "--resume", "--epochs", "4", "-q", "-o", "resumed.safetensors");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(Weights("whole.safetensors"), Weights("resumed.safetensors"));

        byte[] Weights(string file) => File.ReadAllBytes(workspace.PathOf(file));
    }

    [Fact]
    public void A_file_given_to_test_on_leaves_its_rows_out_of_training()
    {
        File.Copy(Workspace.Penguins, workspace.PathOf("penguins.csv"));
        Outcome outcome = workspace.Run(
            "train", "penguins.csv", "--target", "species", "--test", "penguins.csv", "--split", "90/10/0", "--epochs", "20", "--json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(344, outcome.Json.GetProperty("test").GetProperty("rows").GetInt32());
    }

    [Fact]
    public void Health_names_the_layers_that_gradients_do_not_reach()
    {
        string[] plain = ["--preset", "fast", "--activation", "sigmoid", "--optimizer", "sgd", "--epochs", "1"];
        string[] deep = [.. plain, "--hidden", "20,20,20,20,20,20,20,20"];
        Outcome outcome = workspace.Run(["train", .. deep, "--health"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("layer 0, Linear(61 → 20), vanishing", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Health", workspace.Run(["train", .. deep]).Output, StringComparison.Ordinal);
    }
}
