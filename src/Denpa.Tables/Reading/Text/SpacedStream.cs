namespace Denpa.Tables;

/// <summary>
/// Text in UTF-8 whose fields are separated by runs of spaces and tabs, with one tab for each run: those at the ends of lines separate
/// nothing, and those within quotes are part of a field.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class SpacedStream(Stream text) : ForwardStream
{
    private readonly byte[] read = new byte[1 << 16];
    private int position;
    private int length;
    private bool isInQuotes;
    private bool isSpacePending;
    private bool isAtLineStart = true;

    public override int Read(Span<byte> buffer)
    {
        int written = 0;
        while (written == 0)
        {
            if (position == length)
            {
                (position, length) = (0, text.Read(read, 0, read.Length));
                if (length == 0) return 0;
            }

            // A letter may bring a tab along.
            while (position < length && written < buffer.Length - 1) written += Take(read[position++], buffer[written..]);
        }

        return written;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }

    private int Take(byte letter, Span<byte> buffer)
    {
        if (letter is (byte)' ' or (byte)'\t' && !isInQuotes)
        {
            isSpacePending = !isAtLineStart;
            return 0;
        }

        if (letter == (byte)'"') isInQuotes = !isInQuotes;
        bool isLineEnd = letter is (byte)'\n' or (byte)'\r' && !isInQuotes;
        int count = 0;
        if (isSpacePending && !isLineEnd) buffer[count++] = (byte)'\t';
        buffer[count++] = letter;
        (isSpacePending, isAtLineStart) = (false, isLineEnd);
        return count;
    }
}
