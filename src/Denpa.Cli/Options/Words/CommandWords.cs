using System.CommandLine;
using System.Text.RegularExpressions;

namespace Denpa.Cli.Options;

/// <summary>The words of a command line as a whole: what they say, and those that call a command.</summary>
internal static partial class CommandWords
{
    private const string Help = "help";
    private const string Version = "version";

    /// <summary>Options of several numbers, and what is written between them.</summary>
    private static readonly Dictionary<string, char> Joined = new() { ["--hidden"] = ',', ["--split"] = '/' };

    /// <summary>What words say. One that begins with @ is a word as any other, not a file of words.</summary>
    public static ParseResult Parse(RootCommand root, IReadOnlyList<string> words) =>
        root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>
    /// Words as they are meant: <c>help</c> and <c>version</c> as the options of these names, and numbers with blanks between them as the
    /// one value of their option.
    /// </summary>
    public static string[] AsMeant(RootCommand root, IReadOnlyList<string> words) => [.. WithOptions(root, WithJoinedNumbers(words))];

    /// <summary>The words that call a command: denpa data make.</summary>
    public static string PathOf(Command command) =>
        command is not RootCommand && ParentOf(command) is { } parent ? $"{PathOf(parent)} {command.Name}" : "denpa";

    private static Command? ParentOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault();

    private static IReadOnlyList<string> WithOptions(RootCommand root, List<string> words)
    {
        int place = 0;
        while (place < words.Count && words[place].StartsWith('-'))
        {
            if (words[place] == OptionWords.EndOfOptions) return words;
            place += words[place] == LanguageOption.Name ? 2 : 1;
        }

        Command command = root;
        for (int i = place; i < words.Count && command.Subcommands.Count > 0; i++)
        {
            if (words[i] == Help) return WithHelp(root, [.. words.Take(i), .. words.Skip(i + 1)]);
            if (words[i] == Version && i == place) return [.. words.Take(i), "--version", .. words.Skip(i + 1)];
            if (command.Subcommands.FirstOrDefault(each => each.Name == words[i]) is not { } next) return words;
            command = next;
        }

        return words;
    }

    /// <summary>Help of the command that is named besides; a name of none remains to be refused.</summary>
    private static string[] WithHelp(RootCommand root, string[] words) =>
        Parse(root, words).UnmatchedTokens.Count > 0 ? words : [.. words, "--help"];

    private static List<string> WithJoinedNumbers(IReadOnlyList<string> words)
    {
        List<string> joined = [];
        for (int i = 0; i < words.Count; i++)
        {
            joined.Add(words[i]);
            if (words[i] == OptionWords.EndOfOptions) return [.. joined, .. words.Skip(i + 1)];
            if (i == 0 || !Joined.TryGetValue(words[i - 1], out char mark) || !Numbers().IsMatch(words[i])) continue;
            while (i + 1 < words.Count && Numbers().IsMatch(words[i + 1]) && !Path.Exists(words[i + 1]))
                joined[^1] = joined[^1].TrimEnd(',') + mark + words[++i].TrimStart(',');
        }

        return joined;
    }

    /// <summary>One number, perhaps with a comma behind it or before.</summary>
    [GeneratedRegex(@"^,?\d+(\.\d+)?%?,?$")]
    private static partial Regex Numbers();
}
