using System.Globalization;
using System.Resources;

namespace Denpa.Cli.Language;

/// <summary>
/// English texts in the language of the person, which is the culture of the user interface: Words.ja.resx has the Japanese of each under
/// the English itself. A text that is not there stays English.
/// </summary>
internal static class Words
{
    private const string List = ": ";
    private const string Comma = ", ";

    private static readonly ResourceManager Catalog = new("Denpa.Cli.Language.Words", typeof(Words).Assembly);

    /// <summary>A text, or a text before a colon and the list of names behind it, which are the same in every language.</summary>
    public static string Of(string english)
    {
        if (Catalog.GetString(english, CultureInfo.CurrentUICulture) is { } whole) return whole;
        int colon = english.IndexOf(List, StringComparison.Ordinal);
        if (colon <= 0 || Catalog.GetString(english[..colon], CultureInfo.CurrentUICulture) is not { } head) return english;
        return head + Colon + english[(colon + List.Length)..].Replace(Comma, IsWide ? "、" : Comma, StringComparison.Ordinal);
    }

    /// <summary>What stands between a heading and what it heads.</summary>
    public static string Colon => IsWide ? "：" : List;

    private static bool IsWide => CultureInfo.CurrentUICulture.Name == "ja";
}
