namespace Denpa.Cli.Tests;

/// <summary>Whatever is wrong, the command ends with one clear line and the right exit code.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("--frobnicate")]
    [InlineData("--optimizer", "adamant")]
    [InlineData("--epochs", "0")]
    [InlineData("--epochs", "many")]
    [InlineData("--lr", "-1")]
    [InlineData("--lr", "nan")]
    [InlineData("--split", "80/10/20")]
    [InlineData("--hidden", "64,,32")]
    [InlineData("--batch", "0")]
    [InlineData("--time", "60")]
    [InlineData("--init", "normal:")]
    [InlineData("--dropout", "1")]
    [InlineData("--threads", "0")]
    [InlineData("--resume")]
    public void A_wrong_option_exits_with_2(params string[] options)
    {
        Outcome outcome = workspace.Run(["train", .. options]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith("denpa: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("denpa train --help", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_command_exits_with_2() => Assert.Equal(2, workspace.Run("trian").ExitCode);

    [Fact]
    public void Alone_it_shows_its_help_and_exits_with_2()
    {
        Outcome outcome = workspace.Run();
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Examples:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("train", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("predict")]
    [InlineData("evaluate")]
    [InlineData("summary")]
    [InlineData("bench")]
    public void Every_command_has_help_with_examples(string command)
    {
        Outcome outcome = workspace.Run(command, "--help");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains($"denpa {command}", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_does_not_go_with_the_target_exits_with_2()
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "species", "--loss", "mse");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("use cross-entropy", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_exits_with_3()
    {
        Outcome outcome = workspace.Run("train", "missing.csv");
        Assert.Equal(3, outcome.ExitCode);
        Assert.StartsWith("denpa: missing.csv: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_target_exits_with_3_and_says_what_was_meant()
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "specie");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("species", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_among_numbers_is_named_by_file_row_and_column()
    {
        string rows = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"{i},{i * 2}"));
        workspace.Write("data.csv", $"x,y\n{rows}\nforty,80\n");
        Outcome outcome = workspace.Run("train", "data.csv");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("data.csv:42:1: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_not_there_exits_with_4() => Assert.Equal(4, workspace.Run("summary", "missing.safetensors").ExitCode);

    [Fact]
    public void A_file_that_is_no_model_exits_with_4()
    {
        workspace.Write("model.safetensors", "not a model at all");
        Outcome outcome = workspace.Run("predict", "model.safetensors", Workspace.Penguins);
        Assert.Equal(4, outcome.ExitCode);
        Assert.StartsWith("denpa: model.safetensors: ", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_cannot_be_written_is_said_before_training()
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "species", "-o", "no/such/folder/model.safetensors");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("no/such/folder", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "table.csv", "-o", "table.csv")]
    [InlineData("train", "table.csv", "--test", "./test.csv", "--history", "test.csv")]
    [InlineData("train", "table.csv", "-o", "same", "--events", "same")]
    [InlineData("predict", "table.csv", "other.csv", "-o", "other.csv")]
    [InlineData("predict", "table.csv", "other.csv", "-o", "table.csv")]
    public void Nothing_is_written_over_another_file_of_the_command(params string[] arguments)
    {
        workspace.Write("table.csv", "x,y\n1,2\n");
        Outcome outcome = workspace.Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("another file of this command", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("x,y\n1,2\n", File.ReadAllText(workspace.PathOf("table.csv")));
    }

    [Theory]
    [InlineData("DENPA_THREADS", "abc", "a whole number from 1 to 2147483647")]
    [InlineData("DENPA_THREADS", "0", "a whole number from 1 to 2147483647")]
    [InlineData("DENPA_THREADS", "-1", "a whole number from 1 to 2147483647")]
    [InlineData("DENPA_THREADS", "9999999999", "a whole number from 1 to 2147483647")]
    [InlineData("DENPA_VECTORS", "bogus", "avx512, avx2, avx, portable or scalar")]
    public void A_variable_that_says_nothing_known_exits_with_2_but_help_is_given(string variable, string value, string cure)
    {
        workspace.Variables[variable] = value;
        foreach (string[] words in new string[][] { ["train", "--dry-run"], ["data", "list"], ["summary", "missing"] })
        {
            Outcome outcome = workspace.Run(words);
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains($"{variable} is \"{value}\"", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
            Assert.Contains(cure, outcome.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, workspace.Run("train", "--help").ExitCode);
        Assert.Equal(0, workspace.Run("--version").ExitCode);
        Assert.Equal("train", workspace.Run("[complete]", "tr").Output.Split('\t')[0]);
    }

    [Theory]
    [InlineData("DENPA_THREADS", "")]
    [InlineData("DENPA_THREADS", " 1 ")]
    [InlineData("DENPA_VECTORS", "")]
    [InlineData("DENPA_VECTORS", "portable")]
    public void A_variable_that_is_empty_or_right_is_none_to_mind(string variable, string value)
    {
        workspace.Variables[variable] = value;
        Assert.Equal(0, workspace.Run("train", "--dry-run").ExitCode);
    }

    [Theory]
    [InlineData("there is no command before --", "--")]
    [InlineData("there is no command before --", "--", "train")]
    [InlineData("there is no command before --", "data", "--", "list")]
    [InlineData("there is no command [suggest]", "[suggest]")]
    [InlineData("there is no command [anything]", "[anything]", "train", "--dry-run")]
    [InlineData("there is no command @notes.txt", "@notes.txt")]
    public void A_word_that_is_no_command_is_said_in_one_line(string problem, params string[] words)
    {
        workspace.Write("notes.txt", "train --dry-run");
        Outcome outcome = workspace.Run(words);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.StartsWith($"denpa: {problem}", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_columns_may_begin_with_an_at_sign_or_a_dash()
    {
        string rows = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"{i},{i % 7},{(i % 2 == 0 ? "a" : "b")}"));
        workspace.Write("@data.csv", $"@x,z,@y\n{rows}\n");
        File.Copy(workspace.PathOf("@data.csv"), workspace.PathOf("-data.csv"));
        string[] options = ["--target", "@y", "--features", "@x", "--epochs", "1"];

        Assert.Equal(0, workspace.Run(["train", "@data.csv", .. options, "-o", "@m.st"]).ExitCode);
        Outcome dashed = workspace.Run(["train", .. options, "-o=-m.st", "--", "-data.csv"]);
        Assert.Equal(0, dashed.ExitCode);
        Assert.Contains("denpa predict ./-m.st ./-data.csv", dashed.Output, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Run("predict", "./-m.st", "./-data.csv").ExitCode);
        Assert.Equal(0, workspace.Run("predict", "@m.st", "@data.csv").ExitCode);
    }

    [Fact]
    public void Help_is_given_wherever_it_is_asked_for()
    {
        Assert.Equal(workspace.Run("train", "--help").Output, workspace.Run("train", "--from", "--help").Output);
        Assert.Equal(workspace.Run("train", "--help").Output, workspace.Run("train", "--nonsense", "-h").Output);
    }
}
