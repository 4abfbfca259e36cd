using System.Globalization;

namespace Denpa.Cli.Tests;

/// <summary>What someone who has read nothing types first either works or is answered with what does.</summary>
public sealed class NewcomerTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("digits", "note: there is no file digits, so the dataset digits is taken, which is built in", "digit")]
    [InlineData("moons", "note: there is no file moons, so the dataset moons is taken, made with seed 0", "class")]
    [InlineData("Penguins", "note: there is no file Penguins, so the dataset penguins is taken, which is built in", "species")]
    public void A_dataset_is_trained_on_by_its_name(string name, string note, string target)
    {
        Outcome outcome = workspace.Run("train", name, "--dry-run", "--json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(note, Assert.Single(outcome.ErrorLines));
        Assert.Equal(target, outcome.Json.GetProperty("target").GetString());
    }

    [Fact]
    public void A_file_comes_before_a_dataset_of_its_name()
    {
        workspace.Write("moons", $"x,y\n{Rows(40)}");
        Outcome outcome = workspace.Run("train", "moons", "--dry-run", "--json");
        Assert.Equal("y", outcome.Json.GetProperty("target").GetString());
        Assert.Empty(outcome.ErrorLines);
    }

    [Theory]
    [InlineData("denpa: penguins.csv: there is no such file — denpa data make penguins -o penguins.csv makes it", "penguins.csv")]
    [InlineData("denpa: mons: there is no such file — did you mean moons?", "mons")]
    [InlineData("denpa: housse.csv: there is no such file — did you mean house.csv?", "housse.csv")]
    [InlineData(
        "denpa: fashion-mnist is fetched by denpa data fetch, as files of images — use denpa data fetch fashion-mnist", "fashion-mnist")]
    [InlineData("denpa: m.st: this is a model, not a table — name a CSV file", "m.st")]
    public void What_is_no_table_exits_with_3_and_says_what_may_be_meant(string message, string data)
    {
        workspace.Write("house.csv", $"x,y\n{Rows(40)}");
        workspace.Run("train", "house.csv", "--epochs", "1", "-q", "-o", "m.st");
        Outcome outcome = workspace.Run("train", data);
        Assert.Equal(3, outcome.ExitCode);
        Assert.Equal(message, Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void Penguins_are_made_as_they_are()
    {
        Assert.Equal(0, workspace.Run("data", "make", "penguins", "-o", "penguins.csv").ExitCode);
        Assert.Equal(File.ReadAllText(Workspace.Penguins), File.ReadAllText(workspace.PathOf("penguins.csv")));
    }

    [Fact]
    public void Exclusive_or_is_learnt_as_one_types_it()
    {
        Assert.Equal(0, workspace.Run("data", "make", "xor", "-o", "xor.csv").ExitCode);
        Outcome trained = workspace.Run("train", "xor.csv");
        Assert.Equal(0, trained.ExitCode);
        const string note = "note: 4 rows are too few to hold any out, so the model is trained on all of them";
        Assert.StartsWith(note, trained.Error, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Run("evaluate", "model.safetensors", "xor.csv", "--fail-if", "accuracy<1").ExitCode);
    }

    [Fact]
    public void Who_asks_for_a_share_of_few_rows_gets_it()
    {
        workspace.Write("few.csv", $"x,y\n{Rows(15)}");
        Outcome outcome = workspace.Run("train", "few.csv", "--split", "60/20/20", "--dry-run", "--json");
        Assert.Equal(3, outcome.Json.GetProperty("rows").GetProperty("test").GetInt32());
    }

    [Theory]
    [InlineData("the model comes first: denpa evaluate m.st house.csv", "evaluate", "house.csv", "m.st")]
    [InlineData("the model comes first: denpa predict MODEL house.csv", "predict", "house.csv")]
    [InlineData("for a table use: denpa data describe house.csv", "summary", "house.csv")]
    [InlineData("name a model that denpa train saved", "train", "house.csv", "--from", "house.csv")]
    public void A_table_in_the_place_of_a_model_is_said_to_be_one(string cure, params string[] words)
    {
        workspace.Write("house.csv", $"x,y\n{Rows(40)}");
        Outcome outcome = workspace.Run(words);
        Assert.Equal(4, outcome.ExitCode);
        Assert.Equal($"denpa: house.csv: this is a table, not a model — {cure}", Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void The_case_of_a_column_does_not_matter()
    {
        Outcome outcome = workspace.Run(
            "train", "penguins", "--target", "Species", "--features", "Bill_Length_MM,ISLAND", "--dry-run", "--json");
        Assert.Equal("species", outcome.Json.GetProperty("target").GetString());
    }

    [Fact]
    public void A_header_that_is_none_is_read_as_a_row()
    {
        workspace.Write("words.csv", $"x,y\n{Rows(40)}");
        Outcome outcome = workspace.Run("data", "describe", "words.csv", "--header", "no", "--json");
        Assert.Equal(41, outcome.Json.GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("note: a learning rate of 1E+09 is far too high: 0.001 is usual with adam", "--lr", "1e9")]
    [InlineData("note: a learning rate of 1E-09 hardly moves the weights: 0.1 is usual with sgd", "--lr", "1e-9", "--optimizer", "sgd")]
    [InlineData("note: the target column \"y\" has 40 different numbers", "--task", "classification")]
    [InlineData("note: a dropout of 0.95 leaves hardly a hidden unit", "--dropout", "0.95")]
    public void What_is_hardly_meant_is_said(string note, params string[] options)
    {
        string rows = string.Join('\n', Enumerable.Range(0, 80).Select(i => $"{i * 3 % 7},{i % 40}"));
        workspace.Write("numbers.csv", $"x,y\n{rows}\n");
        Outcome outcome = workspace.Run(["train", "numbers.csv", .. options, "--split", "100/0/0", "--dry-run"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith(note, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_with_too_few_steps_is_refused_without_the_names_of_a_program()
    {
        Outcome outcome = workspace.Run("train", "--schedule", "one-cycle", "--epochs", "1", "--batch", "full");
        Assert.Equal(2, outcome.ExitCode);
        Assert.EndsWith("none is left for one of them; take more steps", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_goes_on_needs_no_option_twice()
    {
        string[] begun = ["train", "penguins", "--target", "island", "--hidden", "8", "--epochs", "3", "-q", "--checkpoint", "run"];
        Assert.Equal(0, workspace.Run([.. begun, "-o", "a.st"]).ExitCode);
        Outcome resumed = workspace.Run("train", "--checkpoint", "run", "--resume", "-o", "b.st");
        Assert.Equal(0, resumed.ExitCode);
        Assert.StartsWith(
            "note: taken from the checkpoint: --target island, --hidden 8, --epochs 3, penguins", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(workspace.PathOf("a.st")), File.ReadAllBytes(workspace.PathOf("b.st")));
    }

    [Fact]
    public void A_run_with_another_target_is_told_which_option_differs()
    {
        string[] begun = ["train", "penguins", "--epochs", "2", "-q", "--checkpoint", "run"];
        workspace.Run([.. begun, "--target", "island"]);
        Outcome other = workspace.Run([.. begun, "--target", "sex", "--resume"]);
        Assert.Equal(3, other.ExitCode);
        Assert.StartsWith(
            "denpa: --resume: the checkpoint is of another run: it was made with --target island, not sex — ",
            Assert.Single(other.ErrorLines),
            StringComparison.Ordinal);
    }

    private static string Rows(int count) => string.Concat(
        Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 0.5},{i * 7 % count * 1.5}\n")));
}
