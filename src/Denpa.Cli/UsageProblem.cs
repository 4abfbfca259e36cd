using System.CommandLine;
using System.CommandLine.Parsing;
using Denpa.Cli.Output.Help;
using Denpa.Tables;

namespace Denpa.Cli;

/// <summary>What is wrong with a command line, in one line: the problem that explains the others, and what was probably meant.</summary>
internal static class UsageProblem
{
    /// <summary>The line, or null when nothing is wrong.</summary>
    public static string? Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string? problem = UnknownOption(parsed, command) ?? MissingCommand(parsed, command) ?? Misfit(parsed)
            ?? SurplusWord(parsed, command);
        if (problem is null) return null;
        return $"{problem} — see: {HelpPage.PathOf(command)} --help";
    }

    /// <summary>The end of a sentence that says which of several names was probably meant; empty when none is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> names) =>
        Spelling.Nearest(word, names) is { } nearest ? $"; did you mean {nearest}?" : "";

    /// <summary>A word that looks like an option and is none; where an argument was wanted it would be taken for a file.</summary>
    private static string? UnknownOption(ParseResult parsed, Command command)
    {
        if (parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)) return null;
        IEnumerable<string> taken = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens)
            .Select(token => token.Value);
        string? word = taken.Concat(parsed.UnmatchedTokens).FirstOrDefault(word => word.Length > 1 && word[0] == '-');
        if (word is null) return null;
        string name = word.Split('=', 2)[0];
        IEnumerable<string> known = command.Options.SelectMany(option => option.Aliases.Append(option.Name))
            .Where(known => known.StartsWith("--", StringComparison.Ordinal));
        return $"there is no option {Shown(name)}{DidYouMean(name, known)}";
    }

    private static string? MissingCommand(ParseResult parsed, Command command) =>
        command.Subcommands.Count > 0 && command.Action is null && parsed.UnmatchedTokens.Count == 0
            ? $"{command.Name}: name one of {string.Join(", ", command.Subcommands.Select(each => each.Name))}"
            : null;

    /// <summary>What the parser and the options say, other than of words that are too many.</summary>
    private static string? Misfit(ParseResult parsed) => parsed.Errors
        .Select(error => error.Message.TrimEnd('.', '。').ReplaceLineEndings(" "))
        .FirstOrDefault(message => !parsed.UnmatchedTokens.Any(word => message.Contains($"'{word}'", StringComparison.Ordinal)));

    private static string? SurplusWord(ParseResult parsed, Command command)
    {
        if (parsed.Errors.Count == 0) return null;
        if (parsed.UnmatchedTokens.Count == 0) return parsed.Errors[0].Message.TrimEnd('.', '。').ReplaceLineEndings(" ");
        string word = parsed.UnmatchedTokens[0];
        return command.Subcommands.Count > 0
            ? $"there is no command {Shown(word)}{DidYouMean(word, command.Subcommands.Select(known => known.Name))}"
            : $"{Shown(word)} is one word too many";
    }

    private static string Shown(string word) => string.Concat(word.Where(character => !char.IsControl(character)).Take(80));
}
