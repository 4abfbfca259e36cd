using System.CommandLine;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>Options that say how a table is read, of every command that reads one.</summary>
internal static class ReadingOptions
{
    private const string Yes = "yes";

    public static readonly Option<string> Header = CreateHeader();

    public static void AddTo(Command command) => command.Options.Add(Header);

    /// <summary>What the options say.</summary>
    public static TableOptions Of(ParseResult parsed) =>
        parsed.GetValue(Header) is { } header ? new TableOptions { HasHeader = header == Yes } : TableOptions.Default;

    private static Option<string> CreateHeader()
    {
        Option<string> option = OptionParsers.Choice(
            "--header", "Whether the first row of a table holds the column names; the rows decide when left out", Yes, "no");
        option.DefaultValueFactory = null;
        return option;
    }
}
