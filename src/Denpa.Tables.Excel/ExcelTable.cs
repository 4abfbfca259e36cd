using DocumentFormat.OpenXml.Packaging;

namespace Denpa.Tables;

/// <summary>Reads sheets of Excel workbooks (.xlsx). A table of one is understood as that of a CSV file with the same content.</summary>
public static class ExcelTable
{
    private const string Kind = "Excel";

    /// <summary>So many letters of a part are read, and so many for each byte of the file: sheets pack well, hostile ones better.</summary>
    private const long MostLetters = 1L << 26;
    private const long MostLettersPerByte = 200;

    /// <summary>Whether bytes are the first of a workbook, or of another archive: which one only reading tells.</summary>
    public static bool MayBeWorkbook(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || IsOldWorkbook(head);

    /// <summary>Reads the sheet that the options name, or the first that is not hidden.</summary>
    /// <exception cref="TableException">The file cannot be read, or the sheet is no table; the message says where.</exception>
    public static Table Read(string path, TableOptions? options = null)
    {
        using FileStream stream = TableFile.Open(path);
        return Read(stream, path, options);
    }

    /// <summary>Reads a sheet of a workbook from a stream that can seek, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What stands for the path in messages.</param>
    /// <param name="options">What was asked for.</param>
    /// <exception cref="TableException">The stream cannot be read, or the sheet is no table; the message says where.</exception>
    public static Table Read(Stream stream, string name, TableOptions? options = null)
    {
        byte[] head = new byte[8];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position -= length;
        if (IsOldWorkbook(head))
            throw Problem(name, "is an Excel file of the time before 2007, or locked by a password — save it as .xlsx without one");
        try
        {
            OpenSettings settings = new() { MaxCharactersInPart = Math.Max(MostLetters, stream.Length * MostLettersPerByte) };
            using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false, settings);
            return Read(document, name, options);
        }
        catch (Exception problem) when (problem is not TableException)
        {
            // What a damaged archive leads its readers to is of any kind.
            string reason = problem.Message.Split('\n', 2)[0].TrimEnd();
            throw new TableException(
                name, null, null, $"is no whole workbook: {reason} — give an .xlsx file, or unpack another archive", problem);
        }
    }

    private static Table Read(SpreadsheetDocument document, string name, TableOptions? options)
    {
        if (document.WorkbookPart is not { } workbook)
            throw Problem(name, "is an archive without a workbook — give an .xlsx file, or unpack another archive");
        (string sheet, WorksheetPart part) = new SheetList(workbook, name).Find(options?.Sheet);
        TableBuilder table = new(name, options);
        new SheetReader(workbook, name, sheet).Read(part, table);
        if (table.RowCount == 0) throw Problem(name, $"sheet {Shown(sheet)} is empty — name another sheet");
        return table.ToTable(Kind, sheet: sheet);
    }

    internal static TableException Problem(string path, string problem) => new(path, null, null, problem);

    internal static string Shown(string name) => $"\"{name.ReplaceLineEndings(" ")}\"";

    /// <summary>A compound file: workbooks were such ones before, and those with a password are still.</summary>
    private static bool IsOldWorkbook(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
}
