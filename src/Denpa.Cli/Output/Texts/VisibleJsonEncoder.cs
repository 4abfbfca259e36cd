using System.Text;
using System.Text.Encodings.Web;
using Denpa.Tables;

namespace Denpa.Cli.Output;

/// <summary>
/// Writes letters of every language into JSON as they are, and what a terminal would not show, or would obey, as \u and four digits: the
/// same text to a program, and no danger to a person who looks at the document.
/// </summary>
internal sealed class VisibleJsonEncoder : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Relaxed = UnsafeRelaxedJsonEscaping;

    public static VisibleJsonEncoder Instance { get; } = new();

    /// <summary>Two escapes of six characters, for a character of two UTF-16 units.</summary>
    public override int MaxOutputCharactersPerInputCharacter => 12;

    public override bool WillEncode(int unicodeScalar) =>
        Relaxed.WillEncode(unicodeScalar) || !VisibleText.IsShown(new Rune(unicodeScalar));

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        ReadOnlySpan<char> rest = new(text, textLength);
        while (!rest.IsEmpty)
        {
            bool isWhole = Rune.DecodeFromUtf16(rest, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if (!isWhole || WillEncode(rune.Value)) return textLength - rest.Length;
            rest = rest[length..];
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (Relaxed.WillEncode(unicodeScalar))
            return Relaxed.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        Span<char> units = stackalloc char[2];
        units = units[..new Rune(unicodeScalar).EncodeToUtf16(units)];
        Span<char> escaped = new(buffer, bufferLength);
        numberOfCharactersWritten = 0;
        foreach (char unit in units)
        {
            if (!escaped.TryWrite($"\\u{(int)unit:X4}", out int written)) return false;
            escaped = escaped[written..];
            numberOfCharactersWritten += written;
        }

        return true;
    }
}
