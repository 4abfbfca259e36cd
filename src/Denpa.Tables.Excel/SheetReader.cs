using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Denpa.Tables;

/// <summary>
/// Reads the cells of a sheet: texts as they are, numbers in the fewest digits that tell them apart, percentages with their sign, dates in
/// ISO 8601, True and False; errors are missing. A time of day stays the part of a day that it is.
/// </summary>
/// <param name="workbook">The workbook.</param>
/// <param name="sheets">What opens its parts.</param>
/// <param name="path">The path, for messages.</param>
/// <param name="sheet">The sheet's name, for messages.</param>
internal sealed class SheetReader(WorkbookPart workbook, SheetXml sheets, string path, string sheet)
{
    private const int MostColumns = 1 << 14;
    private const int MostRows = 1 << 20;

    /// <summary>Days between the two beginnings of time that workbooks know.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>The day that Excel takes for 29 February 1900, which there was not.</summary>
    private const int LeapDay = 60;

    private const double EndOfTime = 2_958_466;

    private readonly List<string> texts = SharedTexts.Read(workbook.SharedStringTablePart, sheets, path);
    private readonly CellFormat[] formats = CellFormats.Of(workbook.WorkbookStylesPart);
    private readonly bool isFrom1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true;
    private int row;
    private int column;

    /// <returns>For cells that are merged with some below them, by row and column, the last row of these.</returns>
    /// <exception cref="TableException">A cell is in doubt.</exception>
    public Dictionary<(int Row, int Column), int> Read(WorksheetPart part, SheetRows rows)
    {
        Dictionary<(int Row, int Column), int> merged = [];
        using XmlReader xml = sheets.Open(part);
        (row, column) = (0, -1);
        while (xml.Read())
        {
            bool isElement = xml.NodeType == XmlNodeType.Element;
            switch (xml.LocalName)
            {
                case "row" when isElement:
                    row = TryWhole(xml.GetAttribute("r"), out int number) ? number : row + 1;
                    column = -1;
                    if (row > MostRows) throw Problem($"a sheet has {MostRows} rows at most — give a good copy of the workbook");
                    break;
                case "row":
                    rows.EndRow(row);
                    break;
                case "c" when isElement:
                    column = ColumnOf(xml.GetAttribute("r"));
                    if (ReadCell(xml) is { } cell) rows.Set(cell);
                    break;
                case "mergeCell" when isElement:
                    AddMerged(xml.GetAttribute("ref"), merged);
                    break;
            }
        }

        return merged;
    }

    /// <summary>The cell that the reader stands on; null where it is empty.</summary>
    private Cell? ReadCell(XmlReader xml)
    {
        string type = xml.GetAttribute("t") ?? "n";
        string? style = xml.GetAttribute("s");
        if (xml.IsEmptyElement) return null;
        (string? value, bool hasFormula) = ReadValue(xml);
        if (value is null && hasFormula)
            throw Problem("the formula has no value with it — open the workbook in a spreadsheet program and save it");
        if (string.IsNullOrWhiteSpace(value)) return null;
        return type switch
        {
            "n" => Number(value, style),
            "s" => new Cell(column, Shared(value)),
            "b" => new Cell(column, value == "0" ? bool.FalseString : bool.TrueString),
            "e" => new Cell(column, "", IsNumber: true),
            _ => new Cell(column, value),
        };
    }

    private static (string? Value, bool HasFormula) ReadValue(XmlReader xml)
    {
        int depth = xml.Depth;
        (string? value, bool hasFormula) = (null, false);
        xml.Read();
        while (xml.Depth > depth)
        {
            hasFormula |= xml is { NodeType: XmlNodeType.Element, LocalName: "f" };
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                value = xml.ReadElementContentAsString();
                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" }) value = SharedTexts.ReadText(xml);
            xml.Read();
        }

        return (value, hasFormula);
    }

    private Cell Number(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw Problem("is said to be a number and is none — give a good copy of the workbook");
        string text = number.ToString(CultureInfo.InvariantCulture);
        CellFormat format = TryWhole(style, out int index) && index < formats.Length ? formats[index] : CellFormat.Number;
        return new Cell(column, IsNumber: true, Text: format switch
        {
            CellFormat.Date => Date(number) ?? text,
            CellFormat.Percentage => Percentage(text),
            _ => text,
        });
    }

    private static string Percentage(string fraction) =>
        decimal.TryParse(fraction, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number) < 1_000_000
            ? (number * 100).ToString("0.############################", CultureInfo.InvariantCulture) + "%"
            : fraction;

    private string? Date(double serial)
    {
        if (serial is not (>= 0 and < EndOfTime - DaysTo1904)) return null;
        double days = isFrom1904 ? serial + DaysTo1904 : serial < LeapDay ? serial + 1 : serial;
        DateTime date = DateTime.FromOADate(days);
        string format = date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFF";
        return date.ToString(format, CultureInfo.InvariantCulture);
    }

    private string Shared(string value) =>
        TryWhole(value, out int index) && index < texts.Count
            ? texts[index]
            : throw Problem("points to a text that the workbook does not have — give a good copy of it");

    /// <summary>Notes a range such as B2:C7 that has rows below its first.</summary>
    private static void AddMerged(string? range, Dictionary<(int Row, int Column), int> merged)
    {
        if (range?.Split(':') is not [string from, string to]) return;
        (int first, int last) = (RowOf(from), RowOf(to));
        if (first > 0 && last > first) merged[(first, ColumnNumber(from) - 1)] = last;
    }

    private static int RowOf(string reference) =>
        TryWhole(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ").ToString(), out int number) ? number : 0;

    /// <summary>The column of a reference such as B7, from 0; the one behind the last where there is none.</summary>
    private int ColumnOf(string? reference)
    {
        int number = ColumnNumber(reference ?? "");
        int place = number > 0 ? number - 1 : column + 1;
        if (place < MostColumns) return place;
        column = MostColumns - 1;
        throw Problem($"a sheet has {MostColumns} columns at most — give a good copy of the workbook");
    }

    /// <summary>From 1; 0 where there is none.</summary>
    private static int ColumnNumber(string reference)
    {
        int number = 0;
        foreach (char letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter) || number > MostColumns) break;
            number = (number * 26) + letter - 'A' + 1;
        }

        return number;
    }

    private static bool TryWhole(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private TableException Problem(string problem) =>
        new(path, row, column < 0 ? null : column + 1, $"sheet {Quoted.Text(sheet)}: {problem}");
}
