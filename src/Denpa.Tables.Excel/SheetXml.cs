using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Denpa.Tables;

/// <summary>Opens the parts of a workbook that are read from their beginning to their end.</summary>
/// <param name="mostLetters">The most letters of a part that are read.</param>
internal sealed class SheetXml(long mostLetters)
{
    /// <summary>So many letters of a part are read, and so many for each byte of the file: sheets pack well, hostile ones better.</summary>
    private const long MostLetters = 1L << 26;
    private const long MostLettersPerByte = 200;

    private readonly XmlReaderSettings settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true, MaxCharactersInDocument = mostLetters };

    /// <summary>The most letters of a part that a file of a length can honestly have.</summary>
    public static long MostLettersOf(long fileInBytes) => Math.Max(MostLetters, fileInBytes * MostLettersPerByte);

    public XmlReader Open(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), settings);
}
