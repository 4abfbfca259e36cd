using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Denpa.Cli.Help;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Help;

public sealed partial class HelpPageTests : IDisposable
{
    private static readonly CultureInfo Japanese = new("ja");

    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public static TheoryData<string> Commands => [.. All().Select(CommandWords.PathOf)];

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Fact]
    public void Every_text_of_the_help_is_there_in_Japanese()
    {
        CultureInfo.CurrentUICulture = Japanese;
        string[] texts =
        [
            "Usage", "Commands", "Arguments", "Options", "Examples", "default", "note",
            .. All().SelectMany(Texts),
            .. All()
                .SelectMany(command => HelpExamples.Of(CommandWords.PathOf(command)))
                .Select(example => example.Meaning)
                .OfType<string>(),
        ];
        Assert.DoesNotContain(texts, text => !JapaneseLetter().IsMatch(Words.Of(text)));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_line_is_wider_than_the_terminal_but_for_commands_to_copy(string name)
    {
        foreach (CultureInfo language in new[] { CultureInfo.InvariantCulture, Japanese })
        {
            CultureInfo.CurrentUICulture = language;
            foreach (int width in new[] { 40, 80 })
            {
                IEnumerable<string> lines = Help(name, width).Split('\n').Where(line => !line.Contains("denpa ", StringComparison.Ordinal));
                Assert.All(lines, line => Assert.True(CellText.Width(line) < width, line));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void On_the_narrowest_terminal_and_the_widest_nothing_is_lost(string name)
    {
        string whole = Letters(Help(name, 300));
        Assert.All([.. Enumerable.Range(0, 20), 2_000_000_000], width => Assert.Equal(whole, Letters(Help(name, width))));
    }

    [Fact]
    public void Options_line_up_with_their_values_and_defaults()
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        string help = Help("denpa train", 80);
        Assert.Contains("  denpa train [DATA] [OPTIONS]\n", help, StringComparison.Ordinal);
        Assert.Contains(
            "\n  --epochs N                   The most passes over the training rows\n", help, StringComparison.Ordinal);
        Assert.Contains("[default: quality]\n", help, StringComparison.Ordinal);
        Assert.Contains("\n  -o, --output MODEL           Where to save the model", help, StringComparison.Ordinal);
        Assert.Contains("\n  --dry-run                    Say what was understood, and stop\n", help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_option_is_not_shown() => Assert.DoesNotContain("--serve", Help("denpa bench", 80), StringComparison.Ordinal);

    [Fact]
    public void Japanese_is_spoken_by_help()
    {
        using Workspace workspace = new();
        Assert.Contains("使い方", workspace.Run("train", "--help", "--lang", "ja").Output, StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Help(string name, int width)
    {
        using StringWriter text = new() { NewLine = "\n" };
        new HelpPage(text, width).Write(All().Single(command => CommandWords.PathOf(command) == name));
        return text.ToString();
    }

    private static IEnumerable<Command> All() => WithSubcommands(Application.CreateRoot());

    private static IEnumerable<Command> WithSubcommands(Command command) =>
        command.Subcommands.SelectMany(WithSubcommands).Prepend(command);

    private static IEnumerable<string> Texts(Command command) =>
        command.Options
            .Concat<Symbol>(command.Arguments)
            .Prepend(command)
            .Where(symbol => !symbol.Hidden)
            .Select(symbol => symbol.Description!);

    [GeneratedRegex(@"[\u3040-\u30ff\u4e00-\u9fff]")]
    private static partial Regex JapaneseLetter();
}
