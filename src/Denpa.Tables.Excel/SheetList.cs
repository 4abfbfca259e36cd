using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Denpa.Tables;

/// <summary>The sheets of a workbook that have cells, in its order.</summary>
internal sealed class SheetList
{
    private readonly string path;
    private readonly List<(string Name, WorksheetPart Part, bool IsHidden)> sheets = [];

    public SheetList(WorkbookPart workbook, string path)
    {
        this.path = path;
        foreach (Sheet sheet in workbook.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is not { } id || !workbook.TryGetPartById(id, out OpenXmlPart? part)) continue;
            if (part is not WorksheetPart cells) continue;
            bool isHidden = sheet.State is { } state && state.Value != SheetStateValues.Visible;
            sheets.Add((sheet.Name?.Value ?? "", cells, isHidden));
        }
    }

    /// <summary>The sheet of a name, else of a number from 1; the first that is not hidden for null.</summary>
    /// <exception cref="TableException">There is none.</exception>
    public (string Name, WorksheetPart Part) Find(string? asked)
    {
        if (sheets.Count == 0) throw ExcelTable.Problem(path, "the workbook has no sheet of cells — give one that has");
        int found = asked is null ? Math.Max(0, sheets.FindIndex(sheet => !sheet.IsHidden)) : IndexOf(asked);
        if (found >= 0) return (sheets[found].Name, sheets[found].Part);
        const int shown = 12;
        string names = string.Join(", ", sheets.Take(shown).Select(sheet => ExcelTable.Shown(sheet.Name)));
        if (sheets.Count > shown) names += ", …";
        throw ExcelTable.Problem(path, $"there is no sheet {ExcelTable.Shown(asked!)} — the sheets are {names}");
    }

    private int IndexOf(string asked)
    {
        string plain = Plain(asked);
        int named = sheets.FindIndex(sheet => sheet.Name == asked);
        if (named < 0) named = sheets.FindIndex(sheet => Plain(sheet.Name) == plain);
        bool isNumber = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return named < 0 && isNumber && number >= 1 && number <= sheets.Count ? number - 1 : named;
    }

    private static string Plain(string name) => name.Normalize(NormalizationForm.FormC).Trim().ToUpperInvariant();
}
