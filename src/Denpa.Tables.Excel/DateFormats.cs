using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Denpa.Tables;

/// <summary>Which of a workbook's cell formats show a number as a date.</summary>
internal static partial class DateFormats
{
    /// <summary>One for each format of cells, in order.</summary>
    public static bool[] Of(WorkbookStylesPart? styles)
    {
        Dictionary<uint, string> codes = [];
        foreach (NumberingFormat format in styles?.Stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            if (format is { NumberFormatId.Value: uint number, FormatCode.Value: string code }) codes[number] = code;
        IEnumerable<CellFormat> formats = styles?.Stylesheet?.CellFormats?.Elements<CellFormat>() ?? [];
        return [.. formats.Select(format => IsDate(format.NumberFormatId?.Value ?? 0, codes))];
    }

    private static bool IsDate(uint number, Dictionary<uint, string> codes) => codes.TryGetValue(number, out string? code)
        ? IsDate(code)
        : number is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58);

    /// <summary>Whether a format shows years, days, or months: an m alone does, beside hours or seconds it means minutes.</summary>
    private static bool IsDate(string code)
    {
        string letters = NoLetters().Replace(code.Split(';')[0], "").ToUpperInvariant();
        if (letters.Contains("GENERAL", StringComparison.Ordinal)) return false;
        letters = letters.Replace("E+", "", StringComparison.Ordinal).Replace("E-", "", StringComparison.Ordinal);
        letters = letters.Replace("AM/PM", "H", StringComparison.Ordinal).Replace("A/P", "H", StringComparison.Ordinal);
        return letters.AsSpan().ContainsAny("YDEG") || (letters.Contains('M') && !letters.AsSpan().ContainsAny('H', 'S'));
    }

    /// <summary>Quoted and escaped letters, fillers, and what stands in brackets, such as colours.</summary>
    [GeneratedRegex(@"""[^""]*""|\\.|_.|\*.|\[(?![hHmMsS]+\])[^\]]*\]")]
    private static partial Regex NoLetters();
}
