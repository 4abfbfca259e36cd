namespace Denpa.Tables;

/// <summary>A stretch of a table's text that ends where a line does.</summary>
/// <param name="Buffer">What holds it.</param>
/// <param name="Start">Where it starts in the buffer.</param>
/// <param name="Length">How long it is.</param>
/// <param name="IsWhole">Whether it ends with a line, or the text with it; otherwise a record is longer than a buffer may be.</param>
internal readonly record struct Chunk(byte[] Buffer, int Start, int Length, bool IsWhole)
{
    public ReadOnlyMemory<byte> Text => Buffer.AsMemory(Start, Length);

    /// <summary>The chunk without its first bytes.</summary>
    public Chunk From(int start) => this with { Start = Start + start, Length = Length - start };
}

/// <summary>
/// Cuts UTF-8 text into chunks at line ends, as far as can be seen at ones that are outside of quotes: those with an even number
/// of quotes before them. Where a bare field holds a quote that may be wrong, and shows as a quote that its chunk leaves open.
/// </summary>
/// <param name="stream">The text.</param>
/// <param name="longestRecord">The longest that a record may be.</param>
/// <param name="longestText">The longest that the text can be.</param>
internal sealed class ChunkSource(Stream stream, int longestRecord, int longestText)
{
    /// <summary>So much text of every column stays in a core's cache while it is read.</summary>
    private const int Size = 1 << 20;

    /// <summary>Chunks of wide tables grow until they have so many rows.</summary>
    private const int FewRows = 64;

    private readonly Stack<byte[]> spare = new();
    private byte[] carried = [];
    private int carriedLength;
    private int size = Math.Min(Size, longestText);
    private bool isAtEnd;

    /// <summary>The next chunk, or null at the end of the text.</summary>
    public Chunk? Next()
    {
        if (isAtEnd && carriedLength == 0) return null;
        byte[] buffer = spare.TryPop(out byte[]? used) && used.Length >= size ? used : new byte[size];
        int length = TakeCarried(ref buffer);
        while (true)
        {
            length = Fill(buffer, length);
            if (isAtEnd) return new Chunk(buffer, Start: 0, length, IsWhole: true);
            int end = LastLineEnd(buffer.AsSpan(0, length));
            if (end > 0)
            {
                Carry(buffer.AsSpan(end, length - end));
                return new Chunk(buffer, Start: 0, end, IsWhole: true);
            }

            if (length >= longestRecord) return new Chunk(buffer, Start: 0, length, IsWhole: false);
            Array.Resize(ref buffer, buffer.Length * 2);
            size = Math.Max(size, buffer.Length);
        }
    }

    /// <summary>Takes back a chunk's buffer.</summary>
    /// <param name="chunk">A chunk that nobody needs any more.</param>
    /// <param name="rows">How many rows it had.</param>
    public void Return(Chunk chunk, int rows)
    {
        if (rows < FewRows && size < longestRecord) size = Math.Min(size * 2, longestRecord);
        if (chunk.Buffer.Length >= size) spare.Push(chunk.Buffer);
    }

    /// <summary>Everything from a chunk on: it, those that were cut after it, and what no chunk has been cut from.</summary>
    public Stream Rest(IEnumerable<Chunk> chunks) =>
        new ChainedStream([.. chunks.Select(chunk => chunk.Text), carried.AsMemory(0, carriedLength)], stream);

    private static int LastLineEnd(ReadOnlySpan<byte> text)
    {
        int end = text.LastIndexOf((byte)'\n') + 1;
        if (text[..end].Count((byte)'"') % 2 == 0) return end;
        int quote = text[..end].LastIndexOf((byte)'"');
        return text[..quote].LastIndexOf((byte)'\n') + 1;
    }

    private int Fill(byte[] buffer, int length)
    {
        while (length < buffer.Length)
        {
            int read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                isAtEnd = true;
                break;
            }

            length += read;
        }

        return length;
    }

    private int TakeCarried(ref byte[] buffer)
    {
        int length = carriedLength;
        if (buffer.Length < length) buffer = new byte[length];
        carried.AsSpan(0, length).CopyTo(buffer);
        carriedLength = 0;
        return length;
    }

    private void Carry(ReadOnlySpan<byte> text)
    {
        if (carried.Length < text.Length) carried = new byte[text.Length];
        text.CopyTo(carried);
        carriedLength = text.Length;
    }
}
