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
        string? problem = OptionWords.Problem(root, words) ?? MissingCommand(words, parsed, command) ?? Repeated(parsed)
            ?? MissingArgument(parsed, command) ?? Misfit(parsed, command) ?? SurplusWord(words, parsed, command) ?? Unnamed(parsed);
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

    /// <summary>An option that is given twice and takes one value.</summary>
    private static string? Repeated(ParseResult parsed)
    {
        OptionResult? repeated = parsed.CommandResult.Children.OfType<OptionResult>().FirstOrDefault(result =>
            result.Option.Arity.MaximumNumberOfValues == 1 && result.Tokens.Count > 1);
        return repeated is null ? null : $"{repeated.Option.Name}: is given {repeated.Tokens.Count} times — give it once";
    }

    /// <summary>An argument that is not there, and what it is to be.</summary>
    private static string? MissingArgument(ParseResult parsed, Command command)
    {
        foreach (Argument argument in command.Arguments.Where(each => each.Arity.MinimumNumberOfValues > 0))
        {
            if (parsed.GetResult(argument) is { Tokens.Count: > 0 }) continue;
            string meaning = (argument.Description ?? "").Split("; ")[0];
            string? values = meaning.Split(": ") is [_, string list] ? list : null;
            string cure = values is null ? $"give {char.ToLowerInvariant(meaning[0])}{meaning[1..]}" : $"use one of {values}";
            return $"missing argument {argument.Name}: {cure}";
        }

        return null;
    }

    /// <summary>What the parser and the options say, other than of words that are too many.</summary>
    private static string? Misfit(ParseResult parsed, Command command)
    {
        IReadOnlyList<string> surplus = parsed.UnmatchedTokens;
        if (command.Subcommands.Count > 0 && surplus.Count > 0) return null;
        return parsed.Errors
            .Select(error => error.Message.TrimEnd('.').ReplaceLineEndings(" "))
            .FirstOrDefault(message => !surplus.Any(word => message.Contains($"'{word}'", StringComparison.Ordinal)));
    }

    private static string? SurplusWord(IReadOnlyList<string> words, ParseResult parsed, Command command)
    {
        // The parser passes over a word in brackets at the beginning, a directive, when it does not know it.
        Token? directive = parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive);
        if (directive is not null) return $"there is no command {MistakenWord.Shown(directive.Value)}";
        if (parsed.Errors.Count == 0) return null;
        if (parsed.UnmatchedTokens.Count == 0) return parsed.Errors[0].Message.TrimEnd('.').ReplaceLineEndings(" ");
        string word = parsed.UnmatchedTokens[0];
        return command.Subcommands.Count > 0 ? UnknownCommand.Problem(command, word) : Unexpected(words, parsed, command, word);
    }

    private static string Unexpected(IReadOnlyList<string> words, ParseResult parsed, Command command, string word)
    {
        string problem = $"unexpected argument {MistakenWord.Shown(word)}";
        int place = words.ToList().LastIndexOf(word);
        Option? before = place < 2 ? null : OptionWords.Named(OptionWords.Of(command), words[place - 2]);
        if (before is { HelpName: "A,B" })
            return $"{problem}; to give {before.Name} several, write {before.Name} {MistakenWord.Shown($"{words[place - 1]},{word}")}";
        Argument? last = command.Arguments.LastOrDefault();
        return last is not null && parsed.GetResult(last) is { Tokens: [Token taken, ..] }
            ? $"{problem}; {last.Name} is {MistakenWord.Shown(taken.Value)} already"
            : problem;
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
                if (string.IsNullOrWhiteSpace(token.Value)) return $"{name}: {shown} is blank";
                if (token.Value.Contains('\0', StringComparison.Ordinal)) return $"{name}: {shown} holds a NUL, which no name has";
            }
        }

        return null;
    }
}
