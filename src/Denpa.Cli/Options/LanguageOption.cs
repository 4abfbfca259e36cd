using System.CommandLine;
using Denpa.Cli.Language;

namespace Denpa.Cli.Options;

/// <summary>The option <c>--lang</c>, which every command has.</summary>
internal static class LanguageOption
{
    public const string Name = "--lang";

    public static Option<string> Option { get; } = Create();

    /// <summary>
    /// The language that a command line asks for, or null. It is known before the words are parsed, as what is wrong with them is to be
    /// said in it.
    /// </summary>
    public static string? Asked(IReadOnlyList<string> words)
    {
        for (int i = 0; i < words.Count && words[i] != OptionWords.EndOfOptions; i++)
        {
            if (words[i].StartsWith(Name + "=", StringComparison.Ordinal) || words[i].StartsWith(Name + ":", StringComparison.Ordinal))
                return words[i][(Name.Length + 1)..];
            if (words[i] == Name && i + 1 < words.Count) return words[i + 1];
        }

        return null;
    }

    private static Option<string> Create()
    {
        string[] languages = ["en", "ja"];
        Option<string> option = OptionParsers.Choice(Name, "The language of help and errors; the locale's when left out", languages);
        option.CustomParser = result => languages.Contains(LanguageChoice.CodeOf(result.Tokens[0].Value))
            ? LanguageChoice.CodeOf(result.Tokens[0].Value)
            : ChoiceValue.Parse(result, Name, languages);
        option.DefaultValueFactory = null;
        option.Recursive = true;
        return option;
    }
}
