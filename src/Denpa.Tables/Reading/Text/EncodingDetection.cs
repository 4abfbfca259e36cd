using System.Text;
using System.Text.Unicode;

namespace Denpa.Tables;

/// <summary>
/// Finds the encoding of a text by its first bytes: a byte-order mark decides; else zeros at every other byte of letters mean
/// UTF-16; else what is no UTF-8, nor UTF-8 with a few spoilt bytes, is Shift_JIS or EUC-JP where all of it is and reads like Japanese, or
/// Windows-1252 where it reads like a western language.
/// </summary>
internal static class EncodingDetection
{
    private delegate void LookAtLetters(ReadOnlySpan<char> letters);

    /// <summary>The longest that a letter's bytes can be cut off at the end.</summary>
    private const int LongestLetter = 4;

    private static readonly TextEncoding[] Japanese = [new("Shift_JIS", CodePage(932)), new("EUC-JP", CodePage(51932))];

    private static readonly TextEncoding Western = new("Windows-1252", CodePage(1252)) { IsGuess = true };

    private static readonly Encoding LittleEndian = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private static TextEncoding Utf16LittleEndian { get; } = new("UTF-16LE", LittleEndian);

    private static TextEncoding Utf16BigEndian { get; } = new("UTF-16BE", BigEndian);

    /// <param name="head">The first bytes of a text.</param>
    /// <param name="isAll">Whether there are no more.</param>
    public static TextEncoding Detect(ReadOnlySpan<byte> head, bool isAll)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble)) return TextEncoding.Utf8 with { MarkLength = 3 };
        if (head.StartsWith(Encoding.Unicode.Preamble)) return Utf16LittleEndian with { MarkLength = 2 };
        if (head.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Utf16BigEndian with { MarkLength = 2 };
        if (head.Contains((byte)0))
            return IsUtf16(head, LittleEndian, 1) ? Utf16LittleEndian : IsUtf16(head, BigEndian, 0) ? Utf16BigEndian : TextEncoding.Utf8;
        if (IsUtf8(head, isAll)) return TextEncoding.Utf8;

        // Only the end of a line is sure to end a letter.
        ReadOnlySpan<byte> whole = isAll ? head : head[..(head.LastIndexOf((byte)'\n') + 1)];
        return Other(new MemoryStream(whole.ToArray())) ?? TextEncoding.Utf8;
    }

    /// <summary>What a stream that is no UTF-8 is from where it stands on; null where it is none of the known, or spoilt UTF-8.</summary>
    /// <param name="stream">The stream, which can seek.</param>
    public static TextEncoding? Other(Stream stream)
    {
        long origin = stream.Position;
        if (IsMostlyUtf8(stream)) return null;
        foreach (TextEncoding encoding in Japanese)
        {
            JapaneseEvidence evidence = new();
            if (CanWalk(encoding, evidence.Add) && evidence.IsLikely) return encoding;
        }

        WesternEvidence western = new();
        return CanWalk(Western, western.Add) && western.IsLikely ? Western : null;

        bool CanWalk(TextEncoding encoding, LookAtLetters look)
        {
            stream.Position = origin;
            try
            {
                Walk(stream, encoding.Encoding!, look);
                look("\n");
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(
        number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Whether letters beyond ASCII are well-formed UTF-8 at least as often as not: in Shift_JIS few are, by chance.</summary>
    private static bool IsMostlyUtf8(Stream stream)
    {
        (long good, long bad) = (0L, 0L);
        Walk(stream, Encoding.UTF8, letters =>
        {
            int spoilt = letters.Count('\uFFFD');
            bad += spoilt;
            foreach (char letter in letters)
                if (!char.IsAscii(letter)) good++;
            good -= spoilt;
        });
        return good > 0 && good >= bad;
    }

    private static void Walk(Stream stream, Encoding encoding, LookAtLetters look)
    {
        using StreamReader text = new(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        char[] letters = new char[1 << 14];
        while (text.Read(letters) is var count and > 0) look(letters.AsSpan(0, count));
    }

    private static bool IsUtf8(ReadOnlySpan<byte> text, bool isAll)
    {
        for (int cut = 0; cut < LongestLetter && cut <= text.Length; cut++)
        {
            if (Utf8.IsValid(text[..^cut])) return true;
            if (isAll) break;
        }

        return false;
    }

    /// <summary>
    /// An eighth of the letters has a zero as its upper byte, few have one as their lower byte, and among them are ends of lines.
    /// </summary>
    private static bool IsUtf16(ReadOnlySpan<byte> text, Encoding encoding, int upperByte)
    {
        (int upper, int lower) = (0, 0);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != 0) continue;
            if (i % 2 == upperByte) upper++;
            else lower++;
        }

        return upper * 16L >= text.Length
            && lower * 4L <= upper
            && TryDecode(encoding, text[..(text.Length & ~1)]) is { } letters
            && letters.AsSpan().ContainsAny('\n', '\r')
            && !letters.Contains('\0');
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> text)
    {
        try
        {
            return encoding.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
