using System.Runtime.CompilerServices;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Files;

/// <summary>The data of a command: a table from a file or standard input, IDX files of images, or the built-in digits.</summary>
internal static class DataInput
{
    /// <summary>The table of a file; of standard input for -, the digits for null.</summary>
    public static Table Read(string? path, TableOptions? options = null) => path switch
    {
        null => Digits.Table(),
        "-" => Read(StandardStreams.OpenInput(), CommandText.StandardInput, options),
        _ => ReadFile(path, options),
    };

    /// <summary>The images and labels of two IDX files; null for null.</summary>
    public static Table? ReadImages(string[]? files) => files is [string images, string labels] ? ImageTable.ReadIdx(images, labels) : null;

    private static Table ReadFile(string path, TableOptions? options)
    {
        using FileStream file = TableFile.Open(path);
        return Read(file, path, options);
    }

    /// <summary>Reads a table of whatever kind the first bytes tell.</summary>
    private static Table Read(Stream stream, string name, TableOptions? options)
    {
        byte[] head = ReadHead(stream, name);
        if (stream.CanSeek) stream.Position -= head.Length;
        else stream = new ChainedStream([head], stream);
        bool isParquet = OtherFiles.IsParquet(head);
        if (!isParquet && !OtherFiles.MayBeWorkbook(head))
        {
            return options?.Sheet is null
                ? Table.Read(stream, name, options)
                : throw new TableException(name, null, null, "is no workbook, so it has no sheets — leave out --sheet");
        }

        using MemoryStream? copy = stream.CanSeek ? null : Whole(stream, name);
        return isParquet ? ReadParquet(copy ?? stream, name, options) : ReadWorkbook(copy ?? stream, name, options);
    }

    // What reads these is loaded with the methods that name it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Table ReadParquet(Stream stream, string name, TableOptions? options) => ParquetTable.Read(stream, name, options);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Table ReadWorkbook(Stream stream, string name, TableOptions? options) => ExcelTable.Read(stream, name, options);

    private static byte[] ReadHead(Stream stream, string name)
    {
        try
        {
            byte[] head = new byte[OtherFiles.HeadInBytes];
            return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(name, problem);
        }
    }

    /// <summary>What comes to its end only once, in memory: workbooks and Parquet files are read from their end.</summary>
    private static MemoryStream Whole(Stream stream, string name)
    {
        try
        {
            MemoryStream whole = new();
            stream.CopyTo(whole);
            whole.Position = 0;
            return whole;
        }
        catch (IOException problem)
        {
            throw Unreadable(name, problem);
        }
    }

    private static TableException Unreadable(string name, Exception problem) =>
        new(name, null, null, "cannot be read: " + TableFile.FirstLine(problem), problem);
}
