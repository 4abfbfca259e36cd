using System.Buffers.Binary;
using System.Text;

namespace Denpa.Cli.Files;

/// <summary>What a file is by its beginning, where it stands in the place of another.</summary>
internal static class FileContent
{
    private const int Looked = 4096;
    private const long LongestHeader = 100_000_000;

    private static readonly string[] EndingsOfTables = [".gz", ".xlsx", ".parquet", ".jsonl", ".ndjson"];

    /// <summary>Whether a file seems to be a table: text of lines with marks between fields, or a file of that kind by its name.</summary>
    public static bool IsTable(string path)
    {
        if (EndingsOfTables.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) return true;
        byte[] beginning = Beginning(path);
        if (beginning.Length == 0 || IsModel(beginning)) return false;
        bool isUtf16 = beginning is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!isUtf16 && beginning.Contains((byte)0)) return false;
        string text = (isUtf16 ? Encoding.Unicode : Encoding.UTF8).GetString(beginning);
        return isUtf16 || (text.Contains('\n', StringComparison.Ordinal) && text.AsSpan().IndexOfAny(",;\t|") >= 0);
    }

    /// <summary>Whether a file seems to be a model.</summary>
    public static bool IsModel(string path) => IsModel(Beginning(path));

    /// <summary>A safetensors file begins with the length of its header, which is an object.</summary>
    private static bool IsModel(byte[] beginning) => beginning.Length > 8 && beginning[8] == '{'
        && BinaryPrimitives.ReadInt64LittleEndian(beginning) is > 0 and < LongestHeader;

    private static byte[] Beginning(string path)
    {
        if (FileStatus.Of(path) is not { Kind: FileKind.Regular }) return [];
        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] buffer = new byte[Looked];
            return buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
