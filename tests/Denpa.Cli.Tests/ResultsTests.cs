using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Denpa.Cli.Tests;

/// <summary>What results say besides the bare numbers.</summary>
public sealed partial class ResultsTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Every_result_has_a_baseline_and_what_is_known_of_each_class()
    {
        JsonElement test = Train("a,b,y\n" + Rows(60), "--epochs", "2", "--json").Json.GetProperty("test");
        Assert.Equal("no", test.GetProperty("baseline").GetProperty("answer").GetString());
        Assert.Equal(4.0 / 6, test.GetProperty("baseline").GetProperty("accuracy").GetDouble(), 1e-12);
        Assert.Equal([4, 2], test.GetProperty("perClass").EnumerateArray().Select(name => name.GetProperty("rows").GetInt32()));
        JsonElement evaluated = workspace.Run("evaluate", "model.safetensors", "data.csv", "--json").Json;
        Assert.Equal("test", evaluated.GetProperty("rows").GetString());
        Assert.Equal(test.GetRawText(), evaluated.GetProperty("metrics").GetRawText());
        Assert.Equal(54, evaluated.GetProperty("training").GetProperty("rows").GetInt32());
    }

    [Fact]
    public void Measuring_what_was_learned_is_said()
    {
        Train("a,b,y\n" + Rows(60), "--epochs", "2");
        string page = workspace.Run("evaluate", "model.safetensors", "data.csv").Output;
        Assert.Contains("6 rows of data.csv that training held out to test on", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Test ", StringComparison.Ordinal) < page.IndexOf("Train ", StringComparison.Ordinal));
        JsonElement all = workspace.Run("evaluate", "model.safetensors", "data.csv", "--rows", "all", "--json").Json;
        Assert.Contains("learned from 54 of these 60 rows", Assert.Single(Texts(all, "warnings")), StringComparison.Ordinal);
        workspace.Write("other.csv", "a,b,y\n" + Rows(40));
        JsonElement other = workspace.Run("evaluate", "model.safetensors", "other.csv", "--json").Json;
        Assert.Equal("all", other.GetProperty("rows").GetString());
        Assert.Empty(Texts(other, "warnings"));
    }

    [Fact]
    public void Leaks_are_said()
    {
        IEnumerable<string> told = Enumerable.Range(0, 60).Select(row => $"{row * 7 % 13},{row % 3},{"xyz"[row % 3]}");
        JsonElement json = Train($"a,b,y\n{string.Join('\n', told)}\n", "--test", "data.csv", "--epochs", "1", "--json").Json;
        string[] warnings = Texts(json, "warnings");
        Assert.Contains(warnings, warning => warning.Contains(" of the 60 test rows are also", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.StartsWith("column \"b\" alone tells \"y\"", StringComparison.Ordinal));
        Assert.DoesNotContain(warnings, warning => warning.Contains("\"a\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_that_only_the_test_file_has_is_missed_and_not_fatal()
    {
        workspace.Write("test.csv", "a,b,y\n" + Rows(20) + "3,1,never\n");
        JsonElement test = Train("a,b,y\n" + Rows(60), "--test", "test.csv", "--epochs", "1", "--json").Json.GetProperty("test");
        Assert.Equal(21, test.GetProperty("rows").GetInt32());
        JsonElement unseen = test.GetProperty("perClass").EnumerateArray().Last();
        Assert.Equal("never", unseen.GetProperty("class").GetString());
        Assert.Equal(0, unseen.GetProperty("recall").GetDouble());
    }

    [Fact]
    public void Quiet_leaves_the_result_and_where_the_model_is()
    {
        Outcome outcome = Train("a,b,y\n" + Rows(60), "--epochs", "3", "-q");
        IEnumerable<string> labels = outcome.Output.Split('\n').Select(line => line.Split(' ')[0]).Where(label => label.Length > 0);
        Assert.Equal(["Test", "Saved"], labels);
        Outcome again = Train("a,b,y\n" + Rows(60), "--target", "a", "--epochs", "3", "-q");
        Assert.Contains("Saved     model.safetensors (replaces a model of y)", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_has_the_digits_of_its_type_and_only_the_rows_that_were_asked_for()
    {
        Train("a,b,y\n" + Rows(60), "--target", "a", "--epochs", "3");
        Outcome outcome = workspace.Run("predict", "model.safetensors", "data.csv", "--rows", "test", "--explain");
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("predicted a,moved most by gradient,moved most by ablation", lines[0]);
        Assert.Equal(6, lines.Length - 1);
        Assert.All(lines[1..], line =>
        {
            string number = line.Split(',')[0];
            Assert.Equal(float.Parse(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), number);
        });
    }

    [Fact]
    public void The_metric_that_is_watched_is_one_of_the_targets()
    {
        JsonElement json = Train("a,b,y\n" + Rows(60), "--epochs", "3", "--metric", "f1", "--json").Json;
        Assert.Equal("f1", json.GetProperty("metric").GetString());
        Outcome refused = Train("a,b,y\n" + Rows(60), "--metric", "rmse");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("use one of accuracy, f1, auc, log-loss", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_are_measured_before_the_model_is_made()
    {
        JsonElement json = Train("a,b,y\n" + Rows(60), "--epochs", "2", "--folds", "3", "--json").Json;
        JsonElement[] folds = [.. json.GetProperty("folds").EnumerateArray()];
        Assert.Equal([20, 20, 20], folds.Select(fold => fold.GetProperty("rows").GetInt32()));
        double mean = folds.Average(fold => fold.GetProperty("accuracy").GetDouble());
        Assert.Equal(mean, json.GetProperty("foldMean").GetProperty("accuracy").GetDouble(), 1e-12);
    }

    [Fact]
    public void The_future_is_told_by_the_past_and_groups_stay_together()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 60).Select(row => $"{row * 17 % 60},{row % 3},g{row % 10},{row % 7}");
        string text = $"day,b,team,y\n{string.Join('\n', rows)}\n";
        Train(text, "--task", "regression", "--split-by", "day", "--epochs", "1");
        string[] last = workspace.Run("predict", "model.safetensors", "data.csv", "--rows", "test", "--keep-columns").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(["54", "55", "56", "57", "58", "59"], last.Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));

        JsonElement json = Train(text, "--task", "regression", "--group", "team", "--epochs", "1", "--json").Json;
        Assert.Equal(6, json.GetProperty("rows").GetProperty("test").GetInt32());
        string[] tested = workspace.Run("predict", "model.safetensors", "data.csv", "--rows", "test", "--keep-columns").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Single(tested.Select(line => line.Split(',')[2]).Distinct());
        JsonElement team = json.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "team");
        Assert.Equal("left-out", team.GetProperty("role").GetString());
    }

    [Theory]
    [InlineData("train", "data.csv", "--epochs", "5")]
    [InlineData("evaluate", "model.safetensors", "data.csv", "--importance")]
    [InlineData("summary", "model.safetensors")]
    [InlineData("data", "list")]
    [InlineData("data", "describe", "moons")]
    [InlineData("data", "describe", "data.csv")]
    [InlineData("bench", "--list")]
    public void A_page_is_of_one_language(params string[] arguments)
    {
        Train("a,b,y\n" + Rows(60), "--epochs", "1", "-q");
        Outcome outcome = workspace.Run([.. arguments, "--lang", "ja"]);
        Assert.Equal(0, outcome.ExitCode);
        IEnumerable<string> words = (outcome.Output + outcome.Error).Split('\n')
            .Where(line => !line.Contains("denpa ", StringComparison.Ordinal) && !line.Contains(" |", StringComparison.Ordinal))
            .SelectMany(line => EnglishWord().Matches(line).Select(match => match.Value));
        Assert.Empty(words.Except(Names));
    }

    /// <summary>What a page in any language calls so.</summary>
    private static readonly string[] Names =
    [
        "data", "digits", "penguins", "circle", "spiral", "moons", "gaussians", "sine", "linear", "fashion", "mnist", "class", "adam",
        "relu", "float", "model", "safetensors", "peak", "gemm", "book", "tabular", "online", "wide", "infer", "step", "epoch", "product",
        "noise", "classes", "selu", "adamw",
    ];

    private static string Rows(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(row => $"{row * 7 % 13},{row * 5 % 11},{(row % 3 == 0 ? "yes" : "no")}\n"));

    private static string[] Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private Outcome Train(string text, params string[] options)
    {
        workspace.Write("data.csv", text);
        return workspace.Run(["train", "data.csv", "--hidden", "4", .. options]);
    }

    /// <summary>Four letters or more, but for an option and the name of a layer.</summary>
    [GeneratedRegex("(?<![A-Za-z-])[a-z]{4,}")]
    private static partial Regex EnglishWord();
}
