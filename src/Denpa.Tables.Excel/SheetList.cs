using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Denpa.Tables;

/// <summary>The sheets of a workbook that have cells, in its order.</summary>
internal sealed class SheetList
{
    private readonly string path;
    private readonly SheetXml xml;
    private readonly List<Entry> sheets = [];

    public SheetList(WorkbookPart workbook, string path, SheetXml xml)
    {
        (this.path, this.xml) = (path, xml);
        foreach (Sheet sheet in workbook.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is not { } id || !workbook.TryGetPartById(id, out OpenXmlPart? part)) continue;
            if (part is not WorksheetPart cells) continue;
            bool isHidden = sheet.State is { } state && state.Value != SheetStateValues.Visible;
            sheets.Add(new Entry(sheet.Name?.Value ?? "", cells, isHidden));
        }
    }

    /// <summary>The sheet of a name, else of a number from 1; for null the first that is not hidden and holds a table.</summary>
    /// <exception cref="TableException">There is none.</exception>
    public Entry Find(string? asked)
    {
        if (sheets.Count == 0) throw ExcelTable.Problem(path, "the workbook has no sheet of cells — give one that has");
        if (asked is null) return First();
        if (IndexOf(asked) is >= 0 and var found) return sheets[found];
        const int shown = 12;
        string names = Quoted.List([.. sheets.Select(sheet => sheet.Name)], shown);
        throw ExcelTable.Problem(path, $"there is no sheet {Quoted.Text(asked)} — the sheets are {names}");
    }

    private Entry First()
    {
        IEnumerable<Entry> visible = sheets.Where(sheet => !sheet.IsHidden);
        (Entry? best, Content most) = (null, Content.None);
        foreach (Entry sheet in visible)
        {
            Content content = ContentOf(sheet.Part);
            if (best is null || content > most) (best, most) = (sheet, content);
            if (content == Content.Table) break;
        }

        return best ?? sheets[0];
    }

    /// <summary>Two rows of two values or more are a table; a look ends with them.</summary>
    private Content ContentOf(WorksheetPart part)
    {
        using XmlReader reader = xml.Open(part);
        (int values, int rows, bool hasAny) = (0, 0, false);
        while (reader.Read())
        {
            if (reader.LocalName == "row")
            {
                if (values > 1 && ++rows == 2) return Content.Table;
                values = 0;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
            {
                values++;
                hasAny = true;
            }
        }

        return hasAny ? Content.Values : Content.None;
    }

    private int IndexOf(string asked)
    {
        string plain = Plain(asked);
        int named = sheets.FindIndex(sheet => sheet.Name == asked);
        if (named < 0) named = sheets.FindIndex(sheet => Plain(sheet.Name) == plain);
        bool isNumber = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return named < 0 && isNumber && number >= 1 && number <= sheets.Count ? number - 1 : named;
    }

    private static string Plain(string name) => name.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    /// <summary>What is in a sheet.</summary>
    private enum Content
    {
        None,
        Values,
        Table,
    }

    /// <summary>A sheet of cells.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Part">Its cells.</param>
    /// <param name="IsHidden">Whether it is not shown.</param>
    public sealed record Entry(string Name, WorksheetPart Part, bool IsHidden);
}
