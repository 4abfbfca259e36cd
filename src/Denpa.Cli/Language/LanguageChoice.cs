using System.CommandLine;
using System.Globalization;
using Denpa.Cli.Options;

namespace Denpa.Cli.Language;

/// <summary>Which language help and errors are in: <c>--lang</c>, else the locale's, else English.</summary>
internal static class LanguageChoice
{
    private const string Name = "--lang";

    /// <summary>In the order in which they count.</summary>
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The option, which every command has.</summary>
    public static Option<string> Option { get; } = Create();

    /// <summary>
    /// The culture of texts. It is known before the arguments are parsed, as what is wrong with them is to be said in it.
    /// </summary>
    public static CultureInfo Of(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        string language = Asked(arguments) ?? LocaleVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return language.Split('_', '.')[0] == "ja"
            ? new CultureInfo("ja")
            : CultureInfo.InvariantCulture;
    }

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count && arguments[i] != OptionWords.EndOfOptions; i++)
        {
            if (arguments[i].StartsWith(Name + "=", StringComparison.Ordinal)) return arguments[i][(Name.Length + 1)..];
            if (arguments[i] == Name && i + 1 < arguments.Count) return arguments[i + 1];
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
