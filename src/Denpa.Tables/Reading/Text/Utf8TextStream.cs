using System.Text;

namespace Denpa.Tables;

/// <summary>Text as a stream of UTF-8.</summary>
internal sealed class Utf8TextStream(TextReader text) : ForwardStream
{
    private readonly char[] letters = new char[1 << 12];
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private readonly byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(1 << 12)];
    private int position;
    private int length;

    public override int Read(Span<byte> buffer)
    {
        while (position == length)
        {
            int read = text.Read(letters, 0, letters.Length);
            (position, length) = (0, encoder.GetBytes(letters.AsSpan(0, read), bytes, flush: read == 0));
            if (read == 0 && length == 0) return 0;
        }

        int count = Math.Min(buffer.Length, length - position);
        bytes.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
