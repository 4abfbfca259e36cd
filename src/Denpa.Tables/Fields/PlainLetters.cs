using System.Text;

namespace Denpa.Tables;

/// <summary>Letters of numbers and dates as ASCII has them: full-width forms, and the many spaces, minus signs and apostrophes.</summary>
internal static class PlainLetters
{
    /// <summary>Decodes a short text of UTF-8.</summary>
    /// <param name="field">The text.</param>
    /// <param name="scratch">Where the letters go.</param>
    /// <returns>The letters without spaces around them; none when there are more than fit.</returns>
    public static Span<char> Of(ReadOnlySpan<byte> field, Span<char> scratch)
    {
        if (field.Length > scratch.Length) return [];
        Span<char> letters = scratch[..Encoding.UTF8.GetChars(field, scratch)];
        foreach (ref char letter in letters) letter = Plain(letter);
        return letters.Trim(' ');
    }

    private static char Plain(char letter) => letter switch
    {
        < '\u0080' => letter,
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '\u00A0' or '\u2007' or '\u2009' or '\u202F' or '\u3000' => ' ',
        '\u2212' => '-',
        '\u2019' or '\u02BC' => '\'',
        '\uFFE1' => '£',
        '\uFFE5' => '¥',
        _ => letter,
    };
}
