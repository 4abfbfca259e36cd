using System.Text;
using ADRaffy.ENSNormalize;

namespace Denpa.Tables;

/// <summary>
/// Normalization form C of Unicode, by which a letter with its marks is one text however it was put together. The runtime's own does
/// nothing where it runs without a culture's data.
/// </summary>
internal static class UnicodeForm
{
    private const int ShortText = 256;

    /// <summary>The text in form C; the same where it is that already.</summary>
    public static string Composed(string text) => IsComposed(text) ? text : ENSNormalize.NF.NFC(text);

    /// <inheritdoc cref="Composed(string)"/>
    public static ReadOnlySpan<byte> Composed(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text)) return text;
        Span<char> letters = text.Length <= ShortText ? stackalloc char[ShortText] : new char[text.Length];
        letters = letters[..Encoding.UTF8.GetChars(text, letters)];
        return IsComposed(letters) ? text : Encoding.UTF8.GetBytes(ENSNormalize.NF.NFC(letters.ToString()));
    }

    /// <summary>Whether a text is sure to be in form C by its letters alone. Some that are in it are not sure.</summary>
    private static bool IsComposed(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            bool isSure = letter is < '\u0300'
                or >= '\u3041' and <= '\u3096' or >= '\u309D' and <= '\u9FFF'
                or >= '\uAC00' and <= '\uD7A3' or >= '\uFF00' and <= '\uFFEF' or >= '\u3000' and <= '\u3029'
                or >= '\u0400' and <= '\u0482' or >= '\u2010' and <= '\u2027' or >= '\u2030' and <= '\u205E' or >= '\u20A0' and <= '\u20BF';
            if (!isSure) return false;
        }

        return true;
    }
}
