using System.CommandLine;
using System.CommandLine.Parsing;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>What is wrong with a command line, in one line: the problem that explains the others, and what was probably meant.</summary>
internal static class UsageProblem
{
    /// <summary>The line, or null when nothing is wrong.</summary>
    public static string? Of(RootCommand root, IReadOnlyList<string> words, ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string? problem = OptionWords.Problem(root, words) ?? MissingCommand(words, parsed, command) ?? Misfit(parsed)
            ?? SurplusWord(parsed, command) ?? Unnamed(parsed);
        return problem is null ? null : $"{problem} — see: {CommandWords.PathOf(command)} --help";
    }

    private static string? MissingCommand(IReadOnlyList<string> words, ParseResult parsed, Command command)
    {
        if (command.Subcommands.Count == 0) return null;
        string names = string.Join(", ", command.Subcommands.Select(each => each.Name));
        bool isEnded = words.Contains(OptionWords.EndOfOptions) && !parsed.UnmatchedTokens.Except(AfterEnd(words)).Any();
        if (isEnded) return $"there is no command before --; name one of {names}";
        return command is not RootCommand && parsed.UnmatchedTokens.Count == 0 ? $"{command.Name}: name one of {names}" : null;
    }

    private static IEnumerable<string> AfterEnd(IEnumerable<string> words) => words.SkipWhile(word => word != OptionWords.EndOfOptions);

    /// <summary>What the parser and the options say, other than of words that are too many.</summary>
    private static string? Misfit(ParseResult parsed) => parsed.Errors
        .Select(error => error.Message.TrimEnd('.', '。').ReplaceLineEndings(" "))
        .FirstOrDefault(message => !parsed.UnmatchedTokens.Any(word => message.Contains($"'{word}'", StringComparison.Ordinal)));

    private static string? SurplusWord(ParseResult parsed, Command command)
    {
        // The parser passes over a word in brackets at the beginning, a directive, when it does not know it.
        Token? directive = parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive);
        if (directive is not null) return $"there is no command {MistakenWord.Shown(directive.Value)}";
        if (parsed.Errors.Count == 0) return null;
        if (parsed.UnmatchedTokens.Count == 0) return parsed.Errors[0].Message.TrimEnd('.', '。').ReplaceLineEndings(" ");
        string word = parsed.UnmatchedTokens[0];
        IEnumerable<string> known = command.Subcommands.Select(each => each.Name)
            .Concat(command.Options.Select(option => option.Name).Where(name => name.EndsWith(word, StringComparison.Ordinal)));
        return command.Subcommands.Count > 0
            ? $"there is no command {MistakenWord.Shown(word)}{MistakenWord.DidYouMean(word, known)}"
            : $"{MistakenWord.Shown(word)} is one word too many";
    }

    /// <summary>A name of a file, a column or whatever else that is blank, or that the system could not take for a name.</summary>
    private static string? Unnamed(ParseResult parsed)
    {
        foreach (SymbolResult result in parsed.CommandResult.Children)
        {
            string name = result is OptionResult option
                ? option.IdentifierToken?.Value ?? option.Option.Name
                : ((ArgumentResult)result).Argument.Name;
            foreach (Token token in result.Tokens)
            {
                string shown = Quoted.Text(token.Value);
                if (string.IsNullOrWhiteSpace(token.Value)) return $"{name}: {shown} names nothing";
                if (token.Value.Contains('\0', StringComparison.Ordinal)) return $"{name}: {shown} holds a NUL, which no name has";
            }
        }

        return null;
    }
}
