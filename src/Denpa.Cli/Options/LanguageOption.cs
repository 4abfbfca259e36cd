using System.CommandLine;

namespace Denpa.Cli.Options;

/// <summary>The option <c>--lang</c>, which every command has.</summary>
internal static class LanguageOption
{
    private const string Name = "--lang";

    public static Option<string> Option { get; } = Create();

    /// <summary>
    /// The language that a command line asks for, or null. It is known before the words are parsed, as what is wrong with them is to be
    /// said in it.
    /// </summary>
    public static string? Asked(IReadOnlyList<string> words)
    {
        for (int i = 0; i < words.Count && words[i] != OptionWords.EndOfOptions; i++)
        {
            if (words[i].StartsWith(Name + "=", StringComparison.Ordinal)) return words[i][(Name.Length + 1)..];
            if (words[i] == Name && i + 1 < words.Count) return words[i + 1];
        }

        return null;
    }

    private static Option<string> Create()
    {
        Option<string> option = OptionParsers.Choice(
            Name, "The language of help and errors; the locale's when left out", "en", "ja");
        option.DefaultValueFactory = null;
        option.Recursive = true;
        return option;
    }
}
