using System.IO.Compression;

namespace Denpa.Tables;

/// <summary>Makes a table of a stream: finds the encoding and the delimiter, has the rows read, and names the columns.</summary>
/// <param name="path">The path, for messages.</param>
/// <param name="options">What was asked for.</param>
/// <param name="helpers">How many threads read parts of the stream beside the caller's; the table does not depend on it.</param>
internal sealed class TableLoader(string path, TableOptions options, int helpers)
{
    /// <summary>So much of a stream is looked at to find its encoding.</summary>
    private const int HeadInBytes = 1 << 20;

    public Table Read(Stream stream)
    {
        try
        {
            long origin = stream.CanSeek ? stream.Position : 0;
            bool isPacked = Unpacked(ref stream);
            if (isPacked) origin = 0;
            Head head = ReadHead(stream);
            RefuseOtherFiles(head.Bytes, isPacked);
            TextEncoding encoding = options.Encoding is { } given
                ? TextEncoding.Given(given, head.Bytes)
                : EncodingDetection.Detect(head.Bytes, head.IsAll);
            try
            {
                return Read(head, stream, encoding);
            }
            catch (TableException problem) when (problem.IsUndecodable && options.Encoding is null && stream.CanSeek)
            {
                // The first byte that is no UTF-8 may stand far behind the head.
                stream.Position = origin;
                if (encoding != TextEncoding.Utf8 || EncodingDetection.Other(stream) is not { } other) throw;
                stream.Position = origin;
                return Read(ReadHead(stream), stream, other);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TableException(path, null, null, "cannot be read: " + TableFile.FirstLine(problem), problem);
        }
    }

    /// <summary>A stream packed by gzip becomes one of what it holds, which cannot be read twice.</summary>
    private static bool Unpacked(ref Stream stream)
    {
        byte[] magic = new byte[2];
        int length = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        bool isPacked = length == 2 && magic is [0x1F, 0x8B];
        if (stream.CanSeek) stream.Position -= length;
        else stream = new ChainedStream([magic.AsMemory(0, length)], stream);
        if (isPacked) stream = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        return isPacked;
    }

    /// <summary>Refuses files that are tables and no text by what they begin with.</summary>
    private void RefuseOtherFiles(ReadOnlySpan<byte> head, bool isPacked)
    {
        head = head[..Math.Min(head.Length, OtherFiles.HeadInBytes)];
        if (OtherFiles.Problem(head) is not { } problem) return;
        bool isReadElsewhere = OtherFiles.IsParquet(head) || OtherFiles.MayBeWorkbook(head);
        if (isPacked && isReadElsewhere) problem = "is a Parquet file, a workbook or an archive within gzip — unpack it";
        throw new TableException(path, null, null, problem);
    }

    private static Head ReadHead(Stream stream)
    {
        // One byte more than there is shows that there is no more.
        long rest = stream.CanSeek ? stream.Length - stream.Position : 0;
        byte[] head = new byte[rest > 0 ? Math.Min(HeadInBytes, rest + 1) : HeadInBytes];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new Head(head[..length], IsAll: length < head.Length);
    }

    private Table Read(Head head, Stream stream, TextEncoding encoding)
    {
        using Stream text = encoding.ToUtf8(head.Bytes, stream);
        int longestText = head.IsAll ? head.Bytes.Length * TextEncoding.MostBytesPerByte + 1 : int.MaxValue;
        ChunkSource source = new(text, RowShape.LongestRecordInBytes, longestText);
        if (source.Next() is not { } first) throw Empty();
        TableFormat found = new(Delimiter: ',', HasHeader: false, HeaderReason: "")
        {
            EncodingName = encoding.Name,
            IsEncodingGuessed = encoding.IsGuess,
            HasByteOrderMark = encoding.MarkLength > 0,
        };
        if (JsonTable.Is(first.Text.Span, path)) return new JsonTable(path, options, found).Read(source.Rest([first]));
        (char delimiter, int hintLength) = options.Delimiter is { } given ? (given, 0) : DelimiterDetection.Detect(first.Text);
        if (delimiter == ' ')
        {
            // Runs of spaces become tabs, which the rows are read by.
            source = new ChunkSource(new SpacedStream(source.Rest([first])), RowShape.LongestRecordInBytes, longestText);
            if (source.Next() is not { } spaced) throw Empty();
            first = spaced;
        }

        char separator = delimiter == ' ' ? '\t' : delimiter;
        RowShape shape = new(path, separator, encoding.Name, Width: 0) { Missing = new MissingValues(options.Missing) };
        TableReader reader = new(shape, source, linesBefore: hintLength > 0 ? 1 : 0, helpers);
        IReadOnlyList<RowGroup> groups = reader.Read(first.From(hintLength));
        if (groups.Count == 0) throw Empty();
        return TableAssembly.Assemble(path, options, groups, found with { Delimiter = delimiter });
    }

    private TableException Empty() => new(path, null, null, "is empty — a table needs column names and rows of values");

    /// <summary>The first bytes of a stream.</summary>
    /// <param name="Bytes">The bytes.</param>
    /// <param name="IsAll">Whether there are no more.</param>
    private readonly record struct Head(byte[] Bytes, bool IsAll);
}
