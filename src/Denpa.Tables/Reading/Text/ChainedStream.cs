namespace Denpa.Tables;

/// <summary>Stretches of memory, one after the other, and then a stream, which stays open.</summary>
internal sealed class ChainedStream(IReadOnlyList<ReadOnlyMemory<byte>> heads, Stream tail) : ForwardStream
{
    private int head;
    private int position;

    public override int Read(Span<byte> buffer)
    {
        while (head < heads.Count && position == heads[head].Length) (head, position) = (head + 1, 0);
        if (head == heads.Count) return tail.Read(buffer);
        ReadOnlySpan<byte> text = heads[head].Span[position..];
        int length = Math.Min(text.Length, buffer.Length);
        text[..length].CopyTo(buffer);
        position += length;
        return length;
    }
}
