using System.Text;

namespace Denpa.Tables;

/// <summary>Files of tables that are no text, known by what they begin with.</summary>
internal static class OtherFiles
{
    /// <summary>So many bytes tell what a file is.</summary>
    public const int HeadInBytes = 128;

    private const string SaveIt = "save it as CSV, or as Parquet";

    private static readonly (byte[] Head, string Problem)[] Known =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "is an Excel file of the time before 2007, or locked by a password — save it as .xlsx without one"),
        ([.. "ARROW1"u8], $"is an Arrow or Feather file — {SaveIt}"),
        ([.. "FEA1"u8], $"is a Feather file — {SaveIt}"),
        ([0x93, .. "NUMPY"u8], $"is a NumPy array — {SaveIt}"),
        ([0x89, .. "HDF\r\n"u8], $"is an HDF5 file — {SaveIt}"),
        ([.. "SQLite format 3\0"u8], $"is an SQLite database — {SaveIt}"),
        ([.. "Obj\x01"u8], $"is an Avro file — {SaveIt}"),
        ([.. "$FL2@(#)"u8], $"is an SPSS file — {SaveIt}"),
        ([.. "<stata_dta>"u8], $"is a Stata file — {SaveIt}"),
        ([.. "RDX2\n"u8], $"is a file of R — {SaveIt}"),
        ([.. "RDX3\n"u8], $"is a file of R — {SaveIt}"),
        ([.. "PARE"u8], "is an encrypted Parquet file — save it without encryption"),
        ([.. "%PDF-"u8], "is a PDF document — save its table as CSV"),
        ([0xFD, .. "7zXZ\0"u8], "is packed by xz — unpack it"),
        ([0x28, 0xB5, 0x2F, 0xFD], "is packed by zstd — unpack it"),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "is a 7z archive — unpack it, and give the table in it"),
    ];

    /// <summary>Whether bytes are the first of a Parquet file.</summary>
    public static bool IsParquet(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8);

    /// <summary>Whether bytes are the first of a zip archive, as workbooks are; which one only reading tells.</summary>
    public static bool MayBeWorkbook(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8) && head.IndexOf("mimetypeapplication/vnd.oasis"u8) < 0;

    /// <summary>What a file is that is no text, and what to do; null for what may be one.</summary>
    public static string? Problem(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] known, string problem) in Known)
            if (head.StartsWith(known)) return problem;
        return
            IsParquet(head) ? "is a Parquet file — read it by ParquetTable, of the package Denpa.Tables.Parquet"
            : MayBeWorkbook(head) ? "is an Excel workbook or a zip archive — read a workbook by ExcelTable, of the package "
                + "Denpa.Tables.Excel; unpack an archive"
            : head.StartsWith("PK\x03\x04"u8) ? "is an OpenDocument file — save it as .xlsx or CSV"
            : head is [0x80, >= 2 and <= 5, ..] ? $"is a pickled object of Python — {SaveIt}"
            : head is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, ..] ? "is packed by bzip2 — unpack it"
            : IsPage(head) ? "is a web page — download the file itself"
            : null;
    }

    private static bool IsPage(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> rest = head.TrimStart(" \t\r\n"u8);
        return Starts(rest, "<!doctype html"u8) || Starts(rest, "<html"u8);
    }

    private static bool Starts(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
