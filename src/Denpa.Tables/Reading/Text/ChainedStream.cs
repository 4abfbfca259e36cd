namespace Denpa.Tables;

/// <summary>Stretches of memory, one after the other, and then a stream, which stays open.</summary>
internal sealed class ChainedStream(IReadOnlyList<ReadOnlyMemory<byte>> heads, Stream tail) : Stream
{
    private int head;
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (head < heads.Count && position == heads[head].Length) (head, position) = (head + 1, 0);
        if (head == heads.Count) return tail.Read(buffer);
        var text = heads[head].Span[position..];
        var length = Math.Min(text.Length, buffer.Length);
        text[..length].CopyTo(buffer);
        position += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
