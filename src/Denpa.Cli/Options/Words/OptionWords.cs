using System.CommandLine;
using System.CommandLine.Help;

namespace Denpa.Cli.Options;

/// <summary>
/// How the words of a command line fall to options and their values, as a person means them. The parser itself takes whatever follows an
/// option for its value, an option too, and a word that looks like an option and is none for a file.
/// </summary>
internal static class OptionWords
{
    /// <summary>The word after which every word is an argument.</summary>
    public const string EndOfOptions = "--";

    private static readonly char[] BeforeValue = ['=', ':'];

    /// <summary>
    /// Whether a word is meant as an option: a dash, and behind it a letter, another dash or a question mark. Standard input is none,
    /// nor is a number below 0, nor a list that begins with a dash that stands for missing.
    /// </summary>
    public static bool IsOptionLike(string word) =>
        word.Length > 1 && word[0] == '-' && (char.IsLetter(word[1]) || word[1] is '-' or '?');

    /// <summary>Whether help is asked for by any word, also where the parser takes it for a value.</summary>
    public static bool AskForHelp(RootCommand root, IEnumerable<string> words)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        return words.TakeWhile(word => word != EndOfOptions).Any(word => IsOptionLike(word) && IsCalled(help, word));
    }

    /// <summary>What is wrong with the options, before anything is said of their values; null when nothing is.</summary>
    public static string? Problem(RootCommand root, IReadOnlyList<string> words)
    {
        Command command = root;
        for (int i = 0; i < words.Count && words[i] != EndOfOptions; i++)
        {
            string word = words[i];
            if (!IsOptionLike(word))
            {
                command = command.Subcommands.FirstOrDefault(each => each.Name == word) ?? command;
                continue;
            }

            if (Read(command, word) is not { } given) return Unknown(root, command, word);
            if (IsFlag(given.Option))
            {
                if (given.Value is not null) return $"{given.Name}: takes no value";
                continue;
            }

            if (given.Value is { Length: > 0 }) continue;
            string? next = words.ElementAtOrDefault(i + 1);
            bool isValue = given.Value is null && next is not null && !IsOptionLike(next);
            if (!isValue) return Valueless(given.Option, given.Name, given.Value is null ? next : null);
            int values = given.Option.AllowMultipleArgumentsPerToken ? given.Option.Arity.MaximumNumberOfValues : 1;
            i += words.Skip(i + 1).Take(values).TakeWhile(value => !IsOptionLike(value)).Count();
        }

        return null;
    }

    /// <summary>The options of a command: its own, and those that it has of the commands above it.</summary>
    public static IEnumerable<Option> Of(Command command) =>
        command.Options
            .Concat(command.Parents.OfType<Command>().SelectMany(Of).Where(option => option.Recursive))
            .DistinctBy(option => option.Name);

    /// <summary>The option of that name, or null.</summary>
    public static Option? Named(IEnumerable<Option> options, string name) => options.FirstOrDefault(option => IsCalled(option, name));

    /// <summary>Whether the option is on or off and takes no value.</summary>
    public static bool IsFlag(Option option) => option.ValueType == typeof(bool) || option.Arity.MaximumNumberOfValues == 0;

    /// <summary>The option that a word names, its name as it is written there, and the value behind it within the word, if any.</summary>
    private static (Option Option, string Name, string? Value)? Read(Command command, string word)
    {
        Option[] options = [.. Of(command)];
        if (Named(options, word) is { } whole) return (whole, word, null);
        int end = word.IndexOfAny(BeforeValue);
        if (end > 0 && Named(options, word[..end]) is { } before) return (before, word[..end], word[(end + 1)..]);
        return word[1] == '-' ? null : ReadBundle(options, word);
    }

    /// <summary>Options of one letter behind one dash, of which the last may take a value: -qo FILE, -qoFILE.</summary>
    private static (Option Option, string Name, string? Value)? ReadBundle(Option[] options, string word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            string name = $"-{word[i]}";
            if (Named(options, name) is not { } option) return null;
            string rest = word[(i + 1)..];
            if (!IsFlag(option)) return (option, name, rest.Length == 0 ? null : rest.TrimStart(BeforeValue));
            if (rest.Length == 0) return (option, name, null);
        }

        return null;
    }

    private static bool IsCalled(Option option, string name) => option.Name == name || option.Aliases.Contains(name);

    private static string Unknown(RootCommand root, Command command, string word)
    {
        string name = word.Split(BeforeValue, 2)[0];
        string[] known = [.. LongNames(command)];
        string meant = MistakenWord.DidYouMean(name, known, Synonyms.OfOption(name));
        if (meant.Length == 0)
        {
            Command? owner = root.Subcommands.SelectMany(each => each.Subcommands.Prepend(each))
                .FirstOrDefault(each => each.Options.Any(option => !option.Hidden && IsCalled(option, name)));
            if (owner is not null) meant = $"; it is an option of {CommandWords.PathOf(owner)}";
        }

        return $"there is no option {MistakenWord.Shown(name)}{meant}";
    }

    private static IEnumerable<string> LongNames(Command command) => Of(command).Where(option => !option.Hidden)
        .SelectMany(option => option.Aliases.Append(option.Name))
        .Where(known => known.StartsWith("--", StringComparison.Ordinal));

    private static string Valueless(Option option, string name, string? next)
    {
        string missing = $"{name}: needs {option.HelpName ?? "VALUE"} after it";
        if (next is null or EndOfOptions) return missing;
        string shown = MistakenWord.Shown(next);
        return $"{missing}, and {shown} is an option; where it is meant, write {name}={shown}";
    }
}
