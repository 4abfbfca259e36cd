using Denpa.Cli.Language;
using Spectre.Console;

namespace Denpa.Cli.Output;

/// <summary>Results for people: a label and a value on each line, wrapped to the width, and tables. No line ends in spaces.</summary>
internal sealed class Page(IAnsiConsole console)
{
    private const int LabelWidth = 10;
    private const int NarrowestValue = 20;
    private const int NarrowIndent = 2;
    private const int WidthOfFiles = 80;
    private const string Gap = "  ";

    // A name is cut beyond this, and a text that wraps beyond that, which no path reaches; --json has all of it.
    private const int LongestName = 60;
    private const int LongestText = 4200;

    // A terminal breaks the line after its last cell by itself.
    private int LineWidth => console.Profile.Width - 1;

    private int ValueWidth => Math.Max(NarrowestValue, LineWidth - LabelWidth);

    /// <summary>A labelled value; lines after the first are indented under it.</summary>
    public void Field(string label, string value)
    {
        foreach (string line in CellText.Wrap(Shown(value, LongestText), ValueWidth))
        {
            WriteLabel(label);
            console.WriteLine(line);
            label = "";
        }
    }

    /// <summary>A warning: a sentence as the libraries say it, in the language of the person.</summary>
    public void Warning(string english) => Field("Warning", Sentences.Of(english));

    /// <summary>Lines under the values of fields that are as they are, such as a drawing; those too wide are cut.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            string whole = new string(' ', LabelWidth) + line;
            console.WriteLine(whole[..Math.Min(whole.Length, LineWidth)].TrimEnd());
        }
    }

    /// <summary>How wide a drawing under the values of fields can be; on a wide terminal as in a file.</summary>
    public int DrawingWidth => Math.Min(LineWidth, WidthOfFiles - 1) - LabelWidth;

    /// <summary>A labelled command to copy: never broken over lines.</summary>
    public void Command(string label, string command)
    {
        WriteLabel(label);
        console.Profile.Out.Writer.WriteLine(command);
    }

    /// <summary>
    /// Rows in columns under the values of fields: the last column wraps, the others are as wide as their widest cell. Where the terminal
    /// is too narrow for that, each row becomes a paragraph.
    /// </summary>
    /// <param name="rows">The rows; all have as many cells.</param>
    /// <param name="rightAligned">Which columns are numbers.</param>
    public void Columns(IReadOnlyList<IReadOnlyList<string>> rows, params ReadOnlySpan<bool> rightAligned)
    {
        string[][] lines = [.. rows.Select(Shown)];
        int[] widths = Widths(lines);
        int indent = Indent(widths, rightAligned);
        foreach (string[] row in lines)
        {
            if (indent < 0) WriteParagraph(row);
            else WriteRow(row, widths, rightAligned, indent);
        }
    }

    /// <summary>Whether the terminal is wide enough for rows in columns.</summary>
    public bool Fits(IReadOnlyList<IReadOnlyList<string>> rows, params ReadOnlySpan<bool> rightAligned) =>
        Indent(Widths([.. rows.Select(Shown)]), rightAligned) >= 0;

    private static string[] Shown(IReadOnlyList<string> row) =>
        [.. row.Select((cell, column) => Shown(cell, column == row.Count - 1 ? LongestText : LongestName))];

    private static string Shown(string text, int longest) => CellText.Clean(CellText.Shorten(text, longest));

    private static int[] Widths(string[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => CellText.Width(row[column])))];

    /// <summary>How far to the right columns can begin; negative where they do not fit at all.</summary>
    private int Indent(int[] widths, ReadOnlySpan<bool> rightAligned)
    {
        int narrowestLast = IsRight(rightAligned, widths.Length - 1) ? widths[^1] : Math.Min(widths[^1], NarrowestValue);
        return new[] { LabelWidth, NarrowIndent }.FirstOrDefault(indent => indent + BeforeLast(widths) + narrowestLast <= LineWidth, -1);
    }

    private static int BeforeLast(int[] widths) => widths[..^1].Sum(width => width + Gap.Length);

    private void WriteRow(string[] row, int[] widths, ReadOnlySpan<bool> rightAligned, int indent)
    {
        int last = row.Length - 1;
        string line = new(' ', indent);
        for (int column = 0; column < last; column++)
            line += CellText.Pad(row[column], widths[column], IsRight(rightAligned, column)) + Gap;
        string ending = IsRight(rightAligned, last) ? CellText.Pad(row[last], widths[last], right: true) : row[last];
        string before = new(' ', CellText.Width(line));
        foreach (string part in CellText.Wrap(ending, LineWidth - indent - BeforeLast(widths)))
        {
            console.WriteLine((line + part).TrimEnd());
            line = before;
        }
    }

    // The lines after the first are indented once more, so that the eye finds the next row.
    private void WriteParagraph(string[] cells)
    {
        string text = string.Join(Gap, cells.Where(cell => cell.Length > 0));
        int indent = NarrowIndent;
        foreach (string line in CellText.Wrap(text, Math.Max(NarrowestValue, LineWidth - (2 * NarrowIndent))))
        {
            console.WriteLine(new string(' ', indent) + line);
            indent = 2 * NarrowIndent;
        }
    }

    /// <summary>A label in the language of the person, with a space behind it however long it is.</summary>
    private void WriteLabel(string label)
    {
        string padded = CellText.Pad(Phrase.Label(label), LabelWidth - 1, right: false) + " ";
        console.Markup($"[bold]{Markup.Escape(padded)}[/]");
    }

    private static bool IsRight(ReadOnlySpan<bool> rightAligned, int column) => column < rightAligned.Length && rightAligned[column];
}
