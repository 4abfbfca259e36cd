using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Denpa.Tables;

/// <summary>What a format of cells shows a number as.</summary>
internal enum CellFormat
{
    Number,
    Date,
    Percentage,
}

/// <summary>What the formats of a workbook's cells show numbers as.</summary>
internal static partial class CellFormats
{
    /// <summary>One for each format of cells, in order.</summary>
    public static CellFormat[] Of(WorkbookStylesPart? styles)
    {
        Dictionary<uint, string> codes = [];
        foreach (NumberingFormat format in styles?.Stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            if (format is { NumberFormatId.Value: uint number, FormatCode.Value: string code }) codes[number] = code;
        IEnumerable<DocumentFormat.OpenXml.Spreadsheet.CellFormat> formats =
            styles?.Stylesheet?.CellFormats?.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>() ?? [];
        return [.. formats.Select(format => Of(format.NumberFormatId?.Value ?? 0, codes))];
    }

    private static CellFormat Of(uint number, Dictionary<uint, string> codes)
    {
        if (codes.TryGetValue(number, out string? code)) return Of(code);
        return number switch
        {
            9 or 10 => CellFormat.Percentage,
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => CellFormat.Date,
            _ => CellFormat.Number,
        };
    }

    /// <summary>Years, days and months make a date: an m alone is a month, beside hours or seconds it means minutes.</summary>
    private static CellFormat Of(string code)
    {
        string letters = NoLetters().Replace(code.Split(';')[0], "").ToUpperInvariant();
        if (letters.Contains("GENERAL", StringComparison.Ordinal)) return CellFormat.Number;
        if (letters.Contains('%')) return CellFormat.Percentage;
        letters = letters.Replace("E+", "", StringComparison.Ordinal).Replace("E-", "", StringComparison.Ordinal);
        letters = letters.Replace("AM/PM", "H", StringComparison.Ordinal).Replace("A/P", "H", StringComparison.Ordinal);
        bool isDate = letters.AsSpan().ContainsAny("YDEG") || (letters.Contains('M') && !letters.AsSpan().ContainsAny('H', 'S'));
        return isDate ? CellFormat.Date : CellFormat.Number;
    }

    /// <summary>Quoted and escaped letters, fillers, and what stands in brackets, such as colours.</summary>
    [GeneratedRegex(@"""[^""]*""|\\.|_.|\*.|\[(?![hHmMsS]+\])[^\]]*\]")]
    private static partial Regex NoLetters();
}
