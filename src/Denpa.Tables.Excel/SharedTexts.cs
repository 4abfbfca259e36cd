using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Denpa.Tables;

/// <summary>The texts that the cells of a workbook share.</summary>
internal static class SharedTexts
{
    /// <summary>Texts are kept while their workbook is read, so that they cannot be without end.</summary>
    private const long MostLetters = 1 << 28;

    /// <exception cref="TableException">They are too many.</exception>
    public static List<string> Read(SharedStringTablePart? part, SheetXml sheets, string path)
    {
        List<string> texts = [];
        if (part is null) return texts;
        using XmlReader xml = sheets.Open(part);
        long letters = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            texts.Add(ReadText(xml));
            letters += texts[^1].Length;
            if (letters > MostLetters)
                throw ExcelTable.Problem(path, $"the workbook's texts have more than {MostLetters} letters — save the sheet as CSV");
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on, without the readings that Japanese texts carry along.</summary>
    public static string ReadText(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        int depth = xml.Depth;
        StringBuilder runs = new();
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) xml.Skip();
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" }) runs.Append(xml.ReadElementContentAsString());
            else xml.Read();
        }

        string text = runs.ToString();

        // Characters that XML does not have are written as _x000D_.
        return text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
    }
}
