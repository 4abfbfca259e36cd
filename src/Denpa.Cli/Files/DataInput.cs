using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>The data of a command: a table from a file or standard input, IDX files of images, or the built-in digits.</summary>
internal static class DataInput
{
    private const int HeadInBytes = 4;

    /// <summary>The table of a file; of standard input for -, the digits for null.</summary>
    public static Table Read(string? path, TableOptions? options = null) => path switch
    {
        null => Digits.Table(),
        "-" => Read(StandardStreams.OpenInput(), CommandText.StandardInput, options),
        _ => ReadFile(path, options),
    };

    private static Table ReadFile(string path, TableOptions? options)
    {
        using FileStream file = TableFile.Open(path);
        return Read(file, path, options);
    }

    /// <summary>Reads a table of whatever kind the first bytes tell.</summary>
    private static Table Read(Stream stream, string name, TableOptions? options)
    {
        byte[] head = new byte[HeadInBytes];
        int length = ReadHead(stream, head, name);
        bool isWorkbook = ExcelTable.MayBeWorkbook(head);
        bool isSeekable = isWorkbook || ParquetTable.IsParquet(head);
        if (stream.CanSeek) stream.Position -= length;
        else stream = new ChainedStream([head.AsMemory(0, length)], stream);
        if (!isSeekable) return Table.Read(stream, name, options);
        using Stream whole = stream.CanSeek ? stream : Whole(stream, name);
        return isWorkbook ? ExcelTable.Read(whole, name, options) : ParquetTable.Read(whole, name, options);
    }

    private static int ReadHead(Stream stream, byte[] head, string name)
    {
        try
        {
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new TableException(name, null, null, "cannot be read: " + TableFile.FirstLine(problem), problem);
        }
    }

    /// <summary>What comes to its end only once, in memory: workbooks and Parquet files are read from their end.</summary>
    private static MemoryStream Whole(Stream stream, string name)
    {
        MemoryStream whole = new();
        try
        {
            stream.CopyTo(whole);
        }
        catch (IOException problem)
        {
            throw new TableException(name, null, null, "cannot be read: " + TableFile.FirstLine(problem), problem);
        }

        whole.Position = 0;
        return whole;
    }

    /// <summary>The images and labels of two IDX files; null for null.</summary>
    public static Table? ReadImages(string[]? files) => files is [string images, string labels] ? ImageTable.ReadIdx(images, labels) : null;
}
