namespace Denpa;

/// <summary>Streams that formats can measure before they believe what a header says.</summary>
internal static class SeekableStream
{
    /// <summary>The stream itself if it can seek, else all that comes out of it, as memory.</summary>
    /// <exception cref="InvalidFileException">More comes than memory of one piece can hold.</exception>
    public static Stream Of(Stream stream, string name)
    {
        if (stream.CanSeek) return stream;
        MemoryStream memory = new();
        byte[] piece = new byte[1 << 16];
        for (int count; (count = stream.Read(piece)) > 0;)
        {
            if (memory.Length + count > Array.MaxLength)
                throw new InvalidFileException(name, "end", "more than 2 GB come out of this pipe — write them to a file, and name that");
            memory.Write(piece, 0, count);
        }

        memory.Position = 0;
        return memory;
    }
}
