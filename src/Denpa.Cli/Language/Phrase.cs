using System.Globalization;
using System.Resources;

namespace Denpa.Cli.Language;

/// <summary>
/// What results pages say, in the language of the person: Phrases.ja.resx has the Japanese of each phrase under the English one, with {0},
/// {1}, … where names and numbers stand. A phrase that is not there stays English.
/// </summary>
internal static class Phrase
{
    private const string Comma = ", ";

    private static readonly ResourceManager Catalog = new("Denpa.Cli.Language.Phrases", typeof(Phrase).Assembly);

    /// <summary>A phrase with what fills it.</summary>
    public static string Of(FormattableString english) =>
        string.Format(CultureInfo.InvariantCulture, Find(english.Format) ?? english.Format, english.GetArguments());

    /// <summary>A phrase with nothing to fill.</summary>
    public static string Word(string english) => Find(english) ?? english;

    /// <summary>Several of these.</summary>
    public static string[] Words(params ReadOnlySpan<string> english)
    {
        string[] words = new string[english.Length];
        for (int i = 0; i < words.Length; i++) words[i] = Word(english[i]);
        return words;
    }

    /// <summary>A label of a page, which may be a word in another sense.</summary>
    public static string Label(string english) => Find($"{english}:") ?? english;

    /// <summary>Parts with commas between them.</summary>
    public static string List(IEnumerable<string> parts) => string.Join(Word(Comma), parts);

    /// <summary>What a language other than English has for a phrase; null where that is English itself.</summary>
    public static string? Find(string english) => Catalog.GetString(english, CultureInfo.CurrentUICulture);
}
