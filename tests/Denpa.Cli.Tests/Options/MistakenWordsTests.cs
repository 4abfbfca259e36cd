using System.CommandLine;
using Denpa.Cli.Options;

namespace Denpa.Cli.Tests.Options;

/// <summary>Who has the habits of other tools is told what denpa calls the same thing, or has it at once.</summary>
public sealed class MistakenWordsTests
{
    private static readonly RootCommand Root = Application.CreateRoot();

    [Theory]
    [InlineData("--batch", "train", "--batch-size", "16")]
    [InlineData("--batch", "train", "--batch_size=16")]
    [InlineData("--batch", "train", "--minibatch", "16")]
    [InlineData("--lr", "train", "--learning-rate", "0.1")]
    [InlineData("--lr", "train", "--learning_rate", "0.1")]
    [InlineData("--lr", "train", "--eta", "0.1")]
    [InlineData("--lr", "train", "-lr", "0.1")]
    [InlineData("--output", "train", "--out", "m.st")]
    [InlineData("--output", "train", "--output-file", "m.st")]
    [InlineData("--output", "train", "--save", "m.st")]
    [InlineData("--output", "predict", "--out-file", "p.csv")]
    [InlineData("--hidden", "train", "--hidden-layers", "64,32")]
    [InlineData("--hidden", "train", "--hidden_layer_sizes", "64,32")]
    [InlineData("--hidden", "train", "--layers", "64,32")]
    [InlineData("--epochs", "train", "--num-epochs", "5")]
    [InlineData("--epochs", "train", "--max_iter", "5")]
    [InlineData("--epochs", "train", "--EPOCHS", "5")]
    [InlineData("--target", "train", "--label", "y")]
    [InlineData("--weight-decay", "train", "--l2", "0.1")]
    [InlineData("--clip-norm", "train", "--grad-clip", "1")]
    [InlineData("--seed", "train", "--random-state", "1")]
    [InlineData("--optimizer", "train", "--optim", "adam")]
    [InlineData("--activation", "train", "--activ", "relu")]
    [InlineData("--threads", "train", "--n_jobs", "2")]
    [InlineData("--ignore", "train", "--exclude", "a")]
    [InlineData("--quiet", "train", "--silent")]
    [InlineData("--proba", "predict", "--probabilities")]
    [InlineData("--rows", "data", "make", "moons", "--n-samples", "5")]
    [InlineData("--help", "train", "--usage")]
    [InlineData("--version", "-V")]
    public void An_option_by_another_name_is_found(string option, params string[] words) =>
        Assert.Contains($"; did you mean {option}? — see", Usage(words), StringComparison.Ordinal);

    [Fact]
    public void An_option_of_another_command_is_said_to_be_its_own()
    {
        const string problem = "there is no option --epochs; it is an option of denpa train";
        Assert.StartsWith(problem, Usage("predict", "--epochs", "5"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate", "eval", "m.st", "a.csv")]
    [InlineData("evaluate", "test", "m.st", "a.csv")]
    [InlineData("evaluate", "score", "m.st", "a.csv")]
    [InlineData("summary", "info", "m.st")]
    [InlineData("train", "fit", "a.csv")]
    [InlineData("train", "Train", "a.csv")]
    [InlineData("train", "trian", "a.csv")]
    [InlineData("predict", "inference", "m.st")]
    [InlineData("bench", "benchmark")]
    [InlineData("data fetch", "download", "fashion-mnist")]
    [InlineData("data describe", "describe", "a.csv")]
    [InlineData("list", "data", "ls")]
    [InlineData("make", "data", "generate", "moons")]
    [InlineData("train penguins.csv", "penguins.csv")]
    [InlineData("summary model.safetensors", "model.safetensors")]
    public void A_command_by_another_name_is_found(string command, params string[] words)
    {
        string word = words.First(each => each != "data");
        Assert.StartsWith($"there is no command {word}; did you mean {command}?", Usage(words), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_would_export_a_model_is_told_that_it_can_be_read_as_it_is() =>
        Assert.Contains("a model is a .safetensors file", Usage("export", "m.st"), StringComparison.Ordinal);

    [Fact]
    public void A_command_like_none_is_answered_with_those_that_there_are() =>
        Assert.StartsWith("there is no command xyzzy; use one of train, predict, ", Usage("xyzzy"), StringComparison.Ordinal);

    [Theory]
    [InlineData("missing argument MODEL: give a model that train saved — see: denpa summary --help", "summary")]
    [InlineData("missing argument MODEL: give a model that train saved — see: denpa predict --help", "predict", "--proba")]
    [InlineData("missing argument NAME: use one of digits, penguins, xor, ", "data", "make")]
    [InlineData("missing argument NAME: use one of fashion-mnist — ", "data", "fetch", "-q")]
    [InlineData("missing argument NAME|FILE: give a dataset that denpa data list shows, or a CSV file — ", "data", "describe")]
    [InlineData("missing argument SHELL: use one of bash, zsh, fish, powershell — ", "completion")]
    public void A_missing_argument_is_named(string problem, params string[] words) =>
        Assert.StartsWith(problem, Usage(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("unexpected argument b.csv; DATA is a.csv already — ", "train", "a.csv", "b.csv")]
    [InlineData("unexpected argument b; to give --features several, write --features a,b — ", "train", "x.csv", "--features", "a", "b")]
    [InlineData("unexpected argument x — ", "bench", "x")]
    [InlineData("--lr: is given 2 times — give it once — ", "train", "--lr", "0.1", "--lr", "0.2")]
    public void A_word_too_many_is_said_with_what_it_may_be(string problem, params string[] words) =>
        Assert.StartsWith(problem, Usage(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("--help", "help")]
    [InlineData("train --help", "help", "train")]
    [InlineData("data make --help", "help", "data", "make")]
    [InlineData("data --help", "data", "help")]
    [InlineData("--lang ja train --help", "--lang", "ja", "help", "train")]
    [InlineData("--version", "version")]
    [InlineData("nosuch", "help", "nosuch")]
    [InlineData("train help", "train", "help")]
    [InlineData("train --hidden 64,32 a.csv", "train", "--hidden", "64", "32", "a.csv")]
    [InlineData("train --hidden 64,32,16", "train", "--hidden", "64,", "32,", "16")]
    [InlineData("train --split 80/10/10", "train", "--split", "80", "10", "10")]
    [InlineData("train -- --hidden 64 32", "train", "--", "--hidden", "64", "32")]
    public void Words_are_taken_as_they_are_meant(string meant, params string[] words) =>
        Assert.Equal(meant, string.Join(' ', CommandWords.AsMeant(Root, words)));

    private static string? Usage(params string[] words)
    {
        string[] meant = CommandWords.AsMeant(Root, words);
        return UsageProblem.Of(Root, meant, CommandWords.Parse(Root, meant));
    }
}
