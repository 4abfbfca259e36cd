using System.Globalization;

namespace Denpa.Cli.Language;

/// <summary>Which language help, results and errors are in: the one that is asked for, else the locale's, else English.</summary>
internal static class LanguageChoice
{
    /// <summary>In the order in which they count.</summary>
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The culture of texts.</summary>
    /// <param name="asked">The language that the command line names, or null.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static CultureInfo Of(string? asked, Func<string, string?> variable)
    {
        string language = asked ?? LocaleVariables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return CodeOf(language) == "ja"
            ? new CultureInfo("ja")
            : CultureInfo.InvariantCulture;
    }

    /// <summary>The language of a locale, in small letters: ja of ja_JP.UTF-8.</summary>
    public static string CodeOf(string locale) => locale.Split('_', '-', '.')[0].ToLowerInvariant();
}
