using System.Globalization;
using System.Text;

namespace Denpa.Tables;

/// <summary>
/// Foreign text as a terminal may show it: what would command the terminal, turn the direction of what follows, or not be seen at
/// all stands there as a dot.
/// </summary>
internal static class VisibleText
{
    /// <summary>Stands for a character that is not shown.</summary>
    public const char Stand = '·';

    /// <summary>Letters and marks that are blank or nothing by themselves, though Unicode does not class them as formatting.</summary>
    private const string Blanks = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    /// <summary>The text with a dot for each character that is not to be shown as it is.</summary>
    public static string Of(string text)
    {
        int first = 0;
        while (first < text.Length && text[first] is >= ' ' and <= '~') first++;
        if (first == text.Length) return text;
        StringBuilder shown = new(text, 0, first, text.Length);
        foreach (Rune rune in text.AsSpan(first).EnumerateRunes())
        {
            if (IsShown(rune)) shown.Append(rune);
            else shown.Append(Stand);
        }

        return shown.ToString();
    }

    /// <summary>
    /// Whether a character is seen and does nothing else. Half of a surrogate pair, which enumeration replaces by U+FFFD, is not; no more
    /// is U+FFFD itself, which stands for bytes that were none.
    /// </summary>
    public static bool IsShown(Rune rune)
    {
        if (rune.Value is >= ' ' and <= '~') return true;
        if (rune == Rune.ReplacementChar || (rune.IsBmp && Blanks.Contains((char)rune.Value))) return false;
        return Rune.GetUnicodeCategory(rune) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }
}
