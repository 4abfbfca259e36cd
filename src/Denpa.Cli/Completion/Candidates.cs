using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Denpa.Cli.Language;
using Denpa.Cli.Options;

namespace Denpa.Cli.Completion;

/// <summary>What may follow on a command line, found in the commands and options themselves.</summary>
internal static class Candidates
{
    /// <summary>The first word of a shell's question; the words so far follow it, the last of them unfinished and perhaps empty.</summary>
    public const string Directive = "[complete]";

    /// <summary>What help calls the values that are files or folders.</summary>
    private static readonly string[] NamesOfFiles = ["DATA", "MODEL", "FILE", "FOLDER", "DIR", "IMAGES"];

    /// <summary>What the last word may become.</summary>
    public static IEnumerable<Candidate> Of(RootCommand root, IReadOnlyList<string> words)
    {
        string word = words.Count == 0 ? "" : words[^1].Trim('"', '\'');
        ParseResult before = CommandWords.Parse(root, [.. words.SkipLast(1)]);
        Command command = before.CommandResult.Command;
        IEnumerable<Option> options = OptionWords.Of(command);
        int equals = word.StartsWith('-') ? word.IndexOf('=', StringComparison.Ordinal) : -1;
        if (equals > 0)
        {
            Option? named = OptionWords.Named(options, word[..equals]);
            return named is null ? [] : Values(named, word[..(equals + 1)], word[(equals + 1)..]);
        }

        if (Open(before, options) is { } open) return Values(open, "", word);
        if (word.StartsWith('-')) return Fitting(options.Where(option => !option.Hidden), word);
        return [.. Fitting(command.Subcommands.Where(each => !each.Hidden), word), .. Values(NextArgument(before), word)];
    }

    /// <summary>The option before the word that still takes a value.</summary>
    private static Option? Open(ParseResult before, IEnumerable<Option> options)
    {
        int values = before.Tokens.Reverse().TakeWhile(token => token.Type == TokenType.Argument).Count();
        if (before.Tokens.ElementAtOrDefault(before.Tokens.Count - 1 - values) is not { Type: TokenType.Option } token) return null;
        Option? option = OptionWords.Named(options, token.Value);
        return option is not null && !OptionWords.IsFlag(option) && values < option.Arity.MaximumNumberOfValues ? option : null;
    }

    private static Argument? NextArgument(ParseResult before)
    {
        int given = before.CommandResult.Children.OfType<ArgumentResult>().Sum(result => result.Tokens.Count);
        return before.CommandResult.Command.Arguments.ElementAtOrDefault(given);
    }

    private static IEnumerable<Candidate> Values(Option option, string start, string word)
    {
        if (OptionWords.IsFlag(option)) return [];
        if (IsFile(option.HelpName)) return [Candidate.Files];
        bool isList = option.ValueType == typeof(string[]);
        string head = isList ? word[..(word.LastIndexOf(',') + 1)] : "";
        return Fitting(option.GetCompletions(CompletionContext.Empty), word[head.Length..])
            .Select(value => value with { Word = start + head + value.Word });
    }

    private static IEnumerable<Candidate> Values(Argument? argument, string word)
    {
        if (argument is null) return [];
        IEnumerable<Candidate> values = Fitting(argument.GetCompletions(CompletionContext.Empty), word);
        return IsFile(argument.Name) ? values.Append(Candidate.Files) : values;
    }

    private static bool IsFile(string? name) => name is not null && name.Split(' ', '.', '|').Any(NamesOfFiles.Contains);

    private static IEnumerable<Candidate> Fitting(IEnumerable<Symbol> symbols, string word) => symbols
        .Where(symbol => symbol.Name.StartsWith(word, StringComparison.Ordinal))
        .Select(symbol => new Candidate(symbol.Name, Words.Of(symbol.Description ?? "")));

    private static IEnumerable<Candidate> Fitting(IEnumerable<CompletionItem> items, string word) => items
        .Where(item => item.Label.StartsWith(word, StringComparison.Ordinal))
        .Select(item => new Candidate(item.Label, Words.Of(item.Detail ?? "")));
}
