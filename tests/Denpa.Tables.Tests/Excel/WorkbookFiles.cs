using System.IO.Compression;
using System.Text;

namespace Denpa.Tables.Tests;

/// <summary>Workbooks written by hand, part by part, as the standard has them.</summary>
internal static class WorkbookFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <param name="rows">The content of the only sheet's sheetData.</param>
    /// <param name="texts">The content of the shared texts.</param>
    /// <param name="formats">The formats of numbers: cells of style 1 have the first, of style 2 the second, …</param>
    /// <param name="isFrom1904">Whether days count from 1904.</param>
    public static byte[] Write(string rows, string texts = "", string[]? formats = null, bool isFrom1904 = false) =>
        Write([("Sheet1", "visible", rows)], texts, formats, isFrom1904);

    public static byte[] Write(
        (string Name, string State, string Rows)[] sheets, string texts = "", string[]? formats = null, bool isFrom1904 = false)
    {
        formats ??= [];
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/>"
                + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>"
                + $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Types}.sharedStrings+xml\"/>"
                + Each(i => $"<Override PartName=\"/xl/sheet{i}.xml\" ContentType=\"{Types}.worksheet+xml\"/>") + "</Types>");
            Add("_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            Add("xl/_rels/workbook.xml.rels", Relations(
                $"<Relationship Id=\"s\" Type=\"{Links}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"t\" Type=\"{Links}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                + Each(i => $"<Relationship Id=\"r{i}\" Type=\"{Links}/worksheet\" Target=\"sheet{i}.xml\"/>")));
            Add("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\">"
                + $"<workbookPr date1904=\"{(isFrom1904 ? 1 : 0)}\"/><sheets>"
                + Each(i => $"<sheet name=\"{sheets[i].Name}\" sheetId=\"{i + 1}\" state=\"{sheets[i].State}\" r:id=\"r{i}\"/>")
                + "</sheets></workbook>");
            string codes = string.Concat(formats.Select((code, i) =>
                $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"));
            string styles = string.Concat(formats.Select((_, i) => $"<xf numFmtId=\"{200 + i}\"/>"));
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{codes}</numFmts>"
                + $"<cellXfs><xf numFmtId=\"0\"/>{styles}<xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{texts}</sst>");
            for (int i = 0; i < sheets.Length; i++)
                Add($"xl/sheet{i}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[i].Rows}</sheetData></worksheet>");

            void Add(string name, string content)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{content}"));
            }
        }

        return file.ToArray();

        string Each(Func<int, string> part) => string.Concat(Enumerable.Range(0, sheets.Length).Select(part));
    }

    private static string Relations(string content) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{content}</Relationships>";
}
