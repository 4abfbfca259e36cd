using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Denpa.Tables;

/// <summary>
/// Reads the cells of a sheet: texts as they are, numbers in the fewest digits that tell them apart, dates in ISO 8601, TRUE and FALSE,
/// and errors by their names. Rows without any are passed over. A time of day stays the part of a day that it is.
/// </summary>
/// <param name="workbook">The workbook.</param>
/// <param name="path">The path, for messages.</param>
/// <param name="sheet">The sheet's name, for messages.</param>
internal sealed class SheetReader(WorkbookPart workbook, string path, string sheet)
{
    private const int MostColumns = 1 << 14;

    /// <summary>Days between the two beginnings of time that workbooks know.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>The day that Excel takes for 29 February 1900, which there was not.</summary>
    private const int LeapDay = 60;

    private const double EndOfTime = 2_958_466;

    private readonly List<string> texts = SharedTexts.Read(workbook.SharedStringTablePart, path);
    private readonly bool[] dateFormats = DateFormats.Of(workbook.WorkbookStylesPart);
    private readonly bool isFrom1904 = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true;
    private int row;
    private int column;

    /// <exception cref="TableException">A cell is in doubt.</exception>
    public void Read(WorksheetPart part, TableBuilder table)
    {
        using XmlReader xml = SharedTexts.Open(part);
        bool isFilled = false;
        while (xml.Read())
        {
            if (xml.LocalName == "row" && xml.NodeType == XmlNodeType.Element)
            {
                row = TryWhole(xml.GetAttribute("r"), out int number) ? number : row + 1;
                (column, isFilled) = (-1, false);
            }
            else if (xml.LocalName == "c" && xml.NodeType == XmlNodeType.Element)
            {
                column = ColumnOf(xml.GetAttribute("r"));
                isFilled |= ReadCell(xml, table);
            }
            else if (xml.LocalName == "row" && isFilled)
            {
                table.EndRow(row);
                isFilled = false;
            }
        }
    }

    /// <summary>Takes the cell that the reader stands on; false where it is empty.</summary>
    private bool ReadCell(XmlReader xml, TableBuilder table)
    {
        string type = xml.GetAttribute("t") ?? "n";
        string? style = xml.GetAttribute("s");
        if (xml.IsEmptyElement) return false;
        (string? value, bool hasFormula) = ReadValue(xml);
        if (value is null && hasFormula)
            throw Problem("the formula has no value with it — open the workbook in a spreadsheet program and save it");
        if (string.IsNullOrEmpty(value)) return false;
        switch (type)
        {
            case "n":
                Number(value, style, table);
                break;
            case "s":
                table.Set(column, Shared(value));
                break;
            case "b":
                table.Set(column, value == "0" ? "FALSE" : "TRUE");
                break;
            default:
                table.Set(column, value, isNumber: type == "e");
                break;
        }

        return true;
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

    private void Number(string value, string? style, TableBuilder table)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            throw Problem("is said to be a number and is none — give a good copy of the workbook");
        bool isDate = TryWhole(style, out int format) && format < dateFormats.Length && dateFormats[format];
        table.Set(column, isDate && Date(number) is { } date ? date : number.ToString(CultureInfo.InvariantCulture), isNumber: true);
    }

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

    /// <summary>The column of a reference such as B7, from 0; the one behind the last where there is none.</summary>
    private int ColumnOf(string? reference)
    {
        int number = 0;
        foreach (char letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter)) break;
            number = (number * 26) + letter - 'A' + 1;
            if (number > MostColumns) break;
        }

        int place = number > 0 ? number - 1 : column + 1;
        if (place < MostColumns) return place;
        column = MostColumns - 1;
        throw Problem($"a sheet has {MostColumns} columns at most — give a good copy of the workbook");
    }

    private static bool TryWhole(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private TableException Problem(string problem) => new(path, row, column + 1, $"sheet {ExcelTable.Shown(sheet)}: {problem}");
}
