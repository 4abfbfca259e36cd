using Spectre.Console;

namespace Denpa.Cli.Output;

/// <summary>Results for people: a label and a value on each line, wrapped to the width, and aligned tables. No line ends in spaces.</summary>
internal sealed class Page(IAnsiConsole console)
{
    private const int LabelWidth = 10;
    private const int NarrowestValue = 20;

    private int ValueWidth => Math.Max(NarrowestValue, console.Profile.Width - LabelWidth - 1);

    /// <summary>A labelled value; lines after the first are indented under it.</summary>
    public void Field(string label, string value)
    {
        foreach (string line in Wrap(value, ValueWidth))
        {
            WriteLabel(label);
            console.WriteLine(line);
            label = "";
        }
    }

    /// <summary>A labelled command to copy: never broken over lines.</summary>
    public void Command(string label, string command)
    {
        WriteLabel(label);
        console.Profile.Out.Writer.WriteLine(command);
    }

    /// <summary>Rows in columns under the values of fields: the last column wraps, the others are as wide as their widest cell.</summary>
    /// <param name="rows">The rows; all have as many cells.</param>
    /// <param name="rightAligned">Which columns are numbers.</param>
    public void Columns(IReadOnlyList<IReadOnlyList<string>> rows, params ReadOnlySpan<bool> rightAligned)
    {
        const int gap = 2;
        int last = rows[0].Count - 1;
        int[] widths = [.. Enumerable.Range(0, last + 1).Select(column => rows.Max(row => row[column].Length))];
        int before = widths[..last].Sum() + (gap * last);
        foreach (IReadOnlyList<string> row in rows)
        {
            string line = "";
            for (int column = 0; column < last; column++) line += Pad(row[column], widths[column], IsRight(rightAligned, column)) + new string(' ', gap);
            string ending = IsRight(rightAligned, last) ? row[last].PadLeft(widths[last]) : row[last];
            foreach (string part in Wrap(ending, Math.Max(NarrowestValue, ValueWidth - before)))
            {
                console.WriteLine($"{new string(' ', LabelWidth)}{line}{part}".TrimEnd());
                line = new string(' ', before);
            }
        }
    }

    private void WriteLabel(string label) => console.Markup($"[bold]{Markup.Escape(label.PadRight(LabelWidth))}[/]");

    private static bool IsRight(ReadOnlySpan<bool> rightAligned, int column) => column < rightAligned.Length && rightAligned[column];

    private static string Pad(string text, int width, bool right) => right ? text.PadLeft(width) : text.PadRight(width);

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            int space = text.LastIndexOf(' ', width);
            int cut = space > 0 ? space : width;
            yield return text[..cut].TrimEnd();
            text = text[cut..].TrimStart();
        }

        yield return text;
    }
}
