using DocumentFormat.OpenXml.Packaging;

namespace Denpa.Tables;

/// <summary>Reads sheets of Excel workbooks (.xlsx). A table of one is understood as that of a CSV file with the same content.</summary>
public static class ExcelTable
{
    private const string Cure = "give an .xlsx file, or unpack another archive";

    /// <summary>Descriptions of sheets and formats are kept as they are read, and are short.</summary>
    private const long MostLettersOfDescription = 1L << 24;

    /// <summary>Reads the sheet that the options name; else the first that is not hidden and holds a table.</summary>
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
        byte[] head = new byte[OtherFiles.HeadInBytes];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position -= length;
        if (!OtherFiles.MayBeWorkbook(head) && OtherFiles.Problem(head.AsSpan(0, length)) is { } other) throw Problem(name, other);
        try
        {
            OpenSettings settings = new() { MaxCharactersInPart = MostLettersOfDescription };
            using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false, settings);
            return Read(document, name, SheetXml.MostLettersOf(stream.Length), options ?? TableOptions.Default);
        }
        catch (Exception problem) when (problem is not TableException)
        {
            // What a damaged archive leads its readers to is of any kind.
            string reason = TableFile.FirstLine(problem).TrimEnd('.');
            throw new TableException(name, null, null, $"is no whole workbook: {reason} — {Cure}", problem);
        }
    }

    private static Table Read(SpreadsheetDocument document, string name, long mostLetters, TableOptions options)
    {
        if (document.WorkbookPart is not { Workbook: not null } workbook)
            throw Problem(name, $"is an archive without a workbook — {Cure}");
        SheetXml xml = new(mostLetters);
        SheetList.Entry sheet = new SheetList(workbook, name, xml).Find(options.Sheet);
        SheetReader reader = new(workbook, xml, name, sheet.Name);
        SheetRows rows = new(new TableBuilder(name, options), options, new Dictionary<(int Row, int Column), int>());
        Dictionary<(int Row, int Column), int> merged = reader.Read(sheet.Part, rows);
        if (merged.Count > 0)
        {
            // Which cells are merged stands behind them.
            rows = new SheetRows(new TableBuilder(name, options), options, merged);
            reader.Read(sheet.Part, rows);
        }

        return rows.ToTable(sheet.Name) ?? throw Problem(name, $"sheet {Quoted.Text(sheet.Name)} is empty — name another sheet");
    }

    internal static TableException Problem(string path, string problem) => new(path, null, null, problem);
}
