using System.Collections.Frozen;
using System.Globalization;

namespace Denpa.Tables;

/// <summary>What may stand beside a number as its unit, so that A12, 3rd and 12B stay texts.</summary>
internal static class NumberUnit
{
    private const int LongestBefore = 5;
    private const int LongestBehind = 14;

    private static readonly FrozenSet<string> Currencies = new[]
    {
        "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "RMB", "INR", "KRW", "AUD", "CAD", "NZD", "HKD", "TWD", "SGD", "SEK", "NOK", "DKK",
        "BRL", "MXN", "RUB", "TRY", "ZAR", "PLN", "CZK", "HUF", "ILS", "THB", "IDR", "MYR", "PHP", "VND", "Rs", "Rs.", "kr", "kr.", "Fr",
        "Fr.", "zł", "Kč", "Ft", "lei", "лв", "руб", "руб.", "R",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Units of one letter, or in capitals, that stand right behind their number.</summary>
    private static readonly FrozenSet<string> Attached = new[]
    {
        "m", "g", "s", "h", "l", "t", "W", "V", "J", "N", "K", "L", "Pa", "PS", "Hz", "GB", "MB", "KB", "TB", "kB", "Gb", "Mb", "Wh", "VA",
        "Ah", "Nm", "Ω", "MW", "GW", "MHz", "GHz", "THz", "MPa", "CC", "CM", "KM", "KG", "MM", "ML", "HP", "BHP", "PX", "M2", "PPM", "MPH",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Ordinals = new[] { "st", "nd", "rd", "th" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text in front of a number is a currency.</summary>
    public static bool IsBefore(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestBefore) return false;
        bool hasSign = false;
        foreach (char letter in text)
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol) hasSign = true;
            else if (!char.IsLetter(letter) && letter is not ('.' or ' ')) return false;
        }

        return hasSign || Currencies.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
    }

    /// <summary>Whether a text behind a number is a unit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAttached">Whether no space stands between the two.</param>
    public static bool IsBehind(ReadOnlySpan<char> text, bool isAttached)
    {
        if (text.Length > LongestBehind || !AreLettersOfUnits(text)) return false;
        if (Currencies.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)) return true;
        if (Ordinals.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)) return false;
        if (!isAttached || !char.IsAsciiLetter(text[0])) return true;
        return Attached.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text) || (text.Length > 1 && char.IsAsciiLetterLower(text[0]));
    }

    /// <summary>Letters and signs, and digits only as powers at the end of a word: m2, km², sq ft, €/kg.</summary>
    private static bool AreLettersOfUnits(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            bool isSign = char.GetUnicodeCategory(letter)
                is UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNumber;
            bool isInner = i > 0 && (letter is '/' or '.' or ' ' or '^' or '·' or '-' || char.IsLetter(text[i - 1]) && letter is '2' or '3');
            if (!isSign && !isInner && !char.IsLetter(letter) && letter is not ('%' or '‰' or '/' or '"' or '″' or '′')) return false;
        }

        return text[^1] is not ('-' or '/');
    }
}
