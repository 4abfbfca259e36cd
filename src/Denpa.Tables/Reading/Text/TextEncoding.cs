using System.Text;

namespace Denpa.Tables;

/// <summary>How a file's bytes say text.</summary>
/// <param name="Name">The name of the encoding.</param>
/// <param name="Encoding">The encoding, or null for UTF-8, which is read as it is.</param>
/// <param name="MarkLength">The length of the byte-order mark.</param>
internal sealed record TextEncoding(string Name, Encoding? Encoding, int MarkLength = 0)
{
    /// <summary>A byte of any encoding is so many of UTF-8 at most.</summary>
    public const int MostBytesPerByte = 4;

    /// <summary>Whether the text's letters alone spoke for it.</summary>
    public bool IsGuess { get; init; }

    /// <summary>UTF-8 without a byte-order mark.</summary>
    public static TextEncoding Utf8 { get; } = new(TableFormat.Utf8Name, Encoding: null);

    /// <summary>An encoding that was named, behind its byte-order mark where there is one.</summary>
    public static TextEncoding Given(Encoding encoding, ReadOnlySpan<byte> head)
    {
        byte[] mark = encoding.GetPreamble();
        int length = mark.Length > 0 && head.StartsWith(mark) ? mark.Length : 0;
        if (encoding.CodePage != Encoding.UTF8.CodePage) return new TextEncoding(encoding.WebName, encoding, length);
        return Utf8 with { MarkLength = head.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0 };
    }

    /// <summary>The text in UTF-8, with U+FFFF for what is not of the encoding.</summary>
    /// <param name="head">What has been read of the stream.</param>
    /// <param name="stream">The rest, which stays open.</param>
    public Stream ToUtf8(ReadOnlyMemory<byte> head, Stream stream)
    {
        ChainedStream bytes = new([head[MarkLength..]], stream);
        if (Encoding is null) return bytes;
        Encoding marking = (Encoding)Encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback(RecordChecks.Undecodable);
        return Encoding.CreateTranscodingStream(bytes, marking, Encoding.UTF8, leaveOpen: true);
    }
}
