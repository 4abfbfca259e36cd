using System.CommandLine;
using System.Globalization;
using Denpa.Cli.Completion;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Tables;

namespace Denpa.Cli.Tests.Completion;

public sealed class CandidatesTests
{
    public static TheoryData<string> Commands => [.. WithSubcommands(Application.CreateRoot()).Select(CommandWords.PathOf)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_and_option_is_completed(string path)
    {
        string[] words = path.Split(' ')[1..];
        Command command = WithSubcommands(Application.CreateRoot()).Single(each => CommandWords.PathOf(each) == path);
        string[] options = [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)];
        Assert.Empty(command.Subcommands.Select(each => each.Name).Except(Of([.. words, ""])));
        Assert.Empty(options.Except(Of([.. words, "--"])));
        Assert.Equal(["--help", "--lang"], Of([.. words, "--"]).Except(options.Except(["--help", "--lang"])).Order());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_value_is_offered_that_would_be_refused(string path)
    {
        RootCommand root = Application.CreateRoot();
        string[] words = path.Split(' ')[1..];
        foreach (Option option in WithSubcommands(root).Single(each => CommandWords.PathOf(each) == path).Options)
        {
            string[] values = [.. Of([.. words, $"{option.Name}="]).Where(word => word != ":files")];
            Assert.DoesNotContain(
                values,
                value => root.Parse([.. words, value]).Errors.Any(
                    error => error.Message.StartsWith($"{option.Name}:", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_values_of_a_choice_are_completed()
    {
        Assert.Equal(OptimizerChoice.All.Names.Order(), Of("train", "--optimizer", ""));
        Assert.Equal(["mae", "mse"], Of("train", "--loss", "m"));
        Assert.Equal(["all", "test", "train", "validation"], Of("evaluate", "model", "data", "--rows", ""));
        Assert.Equal(["en", "ja"], Of("data", "--lang", ""));
        Assert.Equal(["bash", "fish", "powershell", "zsh"], Of("completion", ""));
        Assert.Equal(["moons"], Of("data", "make", "m"));
        Assert.Equal(["fashion-mnist"], Of("data", "fetch", ""));
    }

    [Fact]
    public void A_value_says_what_it_is_and_the_numbers_that_it_takes()
    {
        Assert.Equal("nesterov\tmomentum that looks a step ahead: --lr 0.05 --momentum 0.9", Meaning("--optimizer", "nes"));
        Assert.Equal("exponential\tis cut a little in each step, by the factor in each epoch: --gamma 0.97", Meaning("--schedule", "ex"));
        Assert.Equal("mae\tthe mean absolute error", Meaning("--loss", "ma"));
        Assert.Equal("normal:0.1\tnormal, of a standard deviation above 0", Meaning("--init", "nor"));
        Assert.Equal("--activation=silu\tx · sigmoid(x)", Meaning("--activation=sil"));

        static string Meaning(params string[] words) =>
            Assert.Single(Candidates.Of(Application.CreateRoot(), ["train", .. words])).ToString();
    }

    /// <summary>A formula is the same in every language.</summary>
    [Fact]
    public void What_a_value_is_is_said_in_Japanese_too()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo("ja");
        try
        {
            Choice[] choices =
            [
                .. OptimizerChoice.All, .. ScheduleChoice.All, .. LossChoice.All, .. ActivationChoice.All, .. InitializerChoice.All,
                .. PresetChoice.All, .. PartChoice.All,
            ];
            string[] english = [.. choices.Select(choice => choice.Summary).Where(summary => Words.Of(summary) == summary)];
            Assert.Equal(["max(x, 0)", "1 / (1 + e⁻ˣ)", "x · sigmoid(x)", "x · tanh(softplus(x))", "log(1 + eˣ)"], english);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Files_follow_the_names_that_may_stand_in_their_place() => Assert.Equal(["moons", ":files"], Of("data", "describe", "m"));

    [Fact]
    public void A_value_joined_to_its_option_keeps_it() => Assert.Equal(["--dtype=float32", "--dtype=float64"], Of("train", "--dtype="));

    [Fact]
    public void The_last_of_several_values_is_completed() =>
        Assert.Equal(["xor,mlp-adam", "xor,mlp-sgd"], Of("bench", "--only", "xor,mlp"));

    [Theory]
    [InlineData("train", "")]
    [InlineData("train", "pen")]
    [InlineData("predict", "model", "")]
    [InlineData("train", "--output", "")]
    [InlineData("train", "-o", "")]
    [InlineData("train", "--history=")]
    [InlineData("train", "--checkpoint", "")]
    [InlineData("train", "--idx", "")]
    [InlineData("train", "--idx", "images", "")]
    [InlineData("train", "--resume", "")]
    [InlineData("train", "--test", "a.csv", "")]
    [InlineData("data", "fetch", "fashion-mnist", "--from", "")]
    public void Files_are_completed_where_one_is_wanted(params string[] words) => Assert.Equal([":files"], Of(words));

    [Theory]
    [InlineData("train", "--epochs", "")]
    [InlineData("train", "--target", "")]
    [InlineData("predict", "model", "data", "")]
    [InlineData("data", "make", "moons", "")]
    [InlineData("train", "--no-such-option=")]
    [InlineData("bench", "--serve=")]
    [InlineData("nonsense")]
    public void Nothing_is_offered_where_nothing_is_known(params string[] words) => Assert.Empty(Of(words));

    [Fact]
    public void A_quote_that_was_begun_is_no_part_of_the_word()
    {
        Assert.Equal(["adam", "adamw"], Of("train", "--optimizer", "\"ada").Skip(1));
        Assert.Equal(Of("data", ""), Of("data", "\"\""));
    }

    [Fact]
    public void Commands_and_options_say_what_they_mean() =>
        Assert.Equal(
            ["--seed\tThe seed of everything random"],
            Candidates.Of(Application.CreateRoot(), ["train", "--se"]).Select(each => $"{each}"));

    private static string[] Of(params string[] words) =>
        [.. Candidates.Of(Application.CreateRoot(), words).Select(candidate => candidate.Word)];

    private static IEnumerable<Command> WithSubcommands(Command command) =>
        command.Subcommands.SelectMany(WithSubcommands).Prepend(command);
}
