using System.CommandLine;
using Denpa.Cli.Options;

namespace Denpa.Cli.Tests.Options;

/// <summary>No option takes another one for its value, whichever they are.</summary>
public sealed class OptionWordsTests
{
    private static readonly RootCommand Root = Application.CreateRoot();

    /// <summary>Every option with a value, by the words that call its command and by each of its names.</summary>
    public static TheoryData<string, string> ValueOptions
    {
        get
        {
            TheoryData<string, string> names = [];
            foreach (Command command in WithSubcommands(Root))
            {
                foreach (Option option in OptionWords.Of(command).Where(option => !OptionWords.IsFlag(option)))
                {
                    foreach (string name in option.Aliases.Append(option.Name).Distinct()) names.Add(CommandWords.PathOf(command), name);
                }
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(ValueOptions))]
    public void An_option_without_its_value_is_refused_at_the_end_and_before_another_and_the_parser_bears_it(string path, string option)
    {
        string[] command = path.Split(' ')[1..];
        foreach (string[] rest in new string[][] { [], ["--json"], ["--no-such-option"], ["-x.csv"], ["--", "x"], ["--lang", "en"] })
        {
            string[] words = [.. command, option, .. rest];
            Assert.StartsWith($"{option}: needs ", Problem(words), StringComparison.Ordinal);
            Assert.StartsWith($"{option}: needs ", Usage(words), StringComparison.Ordinal);
        }

        Assert.StartsWith($"{option}: needs ", Problem([.. command, $"{option}=", "x"]), StringComparison.Ordinal);
        Assert.StartsWith($"{option}: needs ", Problem([.. command, $"{option}:", "x"]), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ValueOptions))]
    public void A_value_may_look_like_an_option_where_it_is_joined_to_its_own_or_is_a_number(string path, string option)
    {
        string[] command = path.Split(' ')[1..];
        string[][] values = [[$"{option}=--x"], [$"{option}:--x"], [option, "-1"], [option, "-.5"], [option, "-"], [option, "-,x"]];
        foreach (string[] given in values) Assert.Null(Problem([.. command, .. given]));
    }

    [Theory]
    [MemberData(nameof(ValueOptions))]
    public void A_blank_value_and_one_with_a_NUL_are_refused(string path, string option)
    {
        string[] before = [.. path.Split(' ')[1..], .. Arguments(path, "x")];
        string[] after = option.EndsWith("idx", StringComparison.Ordinal) ? ["x"] : [];
        foreach (string value in new[] { "", " ", "\t", "a\0b" }) Assert.NotNull(Usage([.. before, option, value, .. after]));
    }

    [Theory]
    [InlineData("predict", "", "x")]
    [InlineData("predict", "x", "")]
    [InlineData("predict", "x", "a\0b")]
    [InlineData("evaluate", " ")]
    [InlineData("train", "")]
    [InlineData("train", "a\0b")]
    [InlineData("train", "--", "")]
    [InlineData("summary", "")]
    [InlineData("data", "describe", "\n")]
    [InlineData("")]
    public void A_blank_argument_and_one_with_a_NUL_are_refused(params string[] words) => Assert.NotNull(Usage(words));

    [Theory]
    [InlineData("--hidden", ",8")]
    [InlineData("--features", "a,,b")]
    [InlineData("--features", "a,")]
    [InlineData("--ignore", ", ")]
    public void A_list_with_an_empty_entry_is_refused(params string[] option) => Assert.NotNull(Usage(["train", .. option]));

    [Theory]
    [InlineData("train", "-qv")]
    [InlineData("train", "-qo", "m.st")]
    [InlineData("train", "-qom.st")]
    [InlineData("train", "-qo=--m.st")]
    [InlineData("train", "--idx", "a", "b", "-q")]
    [InlineData("train", "-1.csv")]
    [InlineData("train", "--", "-x.csv", "--json")]
    [InlineData("--lang", "ja", "train", "./-x.csv")]
    public void What_is_right_is_let_through(params string[] words) => Assert.Null(Problem(words));

    [Theory]
    [InlineData("there is no option -qx", "train", "-qx.csv")]
    [InlineData("there is no option -b", "train", "--idx", "a", "-b")]
    [InlineData("there is no option --epohcs; did you mean --epochs?", "train", "--epohcs=3")]
    [InlineData("-o: needs MODEL after it", "train", "-qo", "--json")]
    [InlineData("--json: takes no value", "train", "--json=false")]
    [InlineData("--resume: takes no value", "train", "--resume=")]
    public void What_is_wrong_is_said(string problem, params string[] words) =>
        Assert.StartsWith(problem, Problem(words), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "train", "--from", "--help")]
    [InlineData(true, "train", "-h", "--nonsense")]
    [InlineData(false, "train", "--", "--help")]
    [InlineData(false, "train", "--from=--help")]
    public void Help_is_asked_for_by_any_word_before_the_end_of_options(bool isAsked, params string[] words) =>
        Assert.Equal(isAsked, OptionWords.AskForHelp(Root, words));

    private static string[] Arguments(string path, string value)
    {
        Command command = WithSubcommands(Root).Single(each => CommandWords.PathOf(each) == path);
        return [.. command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0).Select(_ => value)];
    }

    private static string? Problem(string[] words) => OptionWords.Problem(Root, words);

    private static string? Usage(string[] words) => UsageProblem.Of(Root, words, CommandWords.Parse(Root, words));

    private static IEnumerable<Command> WithSubcommands(Command command) =>
        command.Subcommands.SelectMany(WithSubcommands).Prepend(command);
}
