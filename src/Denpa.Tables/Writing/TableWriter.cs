using CsvHelper;

namespace Denpa.Tables;

/// <summary>
/// Writes a table as CSV: UTF-8, lines ending in a line feed, numbers in the invariant culture, texts as they are. Where that is asked
/// for, a text that a spreadsheet would run as a formula gets an apostrophe in front, unless it is a number.
/// </summary>
public sealed class TableWriter : IDisposable
{
    // The wide forms are signs to a Japanese spreadsheet.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";
    private readonly CsvWriter csv;
    private readonly bool guardsFormulas;

    /// <summary>A writer to text, which stays open.</summary>
    /// <param name="text">The destination.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <param name="guardsFormulas">Whether texts that a spreadsheet would run are guarded.</param>
    public TableWriter(TextWriter text, char delimiter = ',', bool guardsFormulas = false)
    {
        csv = CsvWriter.Create(text, Settings(delimiter), leaveOpen: true);
        this.guardsFormulas = guardsFormulas;
    }

    /// <summary>A writer to a stream, which stays open.</summary>
    /// <param name="stream">The destination.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <param name="guardsFormulas">Whether texts that a spreadsheet would run are guarded.</param>
    public TableWriter(Stream stream, char delimiter = ',', bool guardsFormulas = false)
    {
        csv = CsvWriter.Create(stream, Settings(delimiter), leaveOpen: true);
        this.guardsFormulas = guardsFormulas;
    }

    /// <summary>Writes a row of column names.</summary>
    public void WriteHeader(IEnumerable<string> names)
    {
        foreach (string name in names) WriteText(name);
        EndRow();
    }

    /// <summary>Writes a field of text.</summary>
    public void WriteText(string text) => csv.WriteField(guardsFormulas && IsFormula(text) ? "'" + text : text);

    /// <summary>Writes a number as the shortest text that reads back as the same; one that is not finite as an empty field.</summary>
    public void WriteNumber(double number) => WriteFinite(number, double.IsFinite(number));

    /// <inheritdoc cref="WriteNumber(double)"/>
    public void WriteNumber(float number) => WriteFinite(number, float.IsFinite(number));

    /// <summary>Writes a whole number.</summary>
    public void WriteNumber(long number) => csv.WriteField(number);

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">The row has another number of fields than the first.</exception>
    public void EndRow() => csv.EndRecord();

    /// <summary>Writes out what is still held back.</summary>
    public void Flush() => csv.Flush();

    /// <summary>Writes out what is still held back and lets go of the destination, which stays open.</summary>
    public void Dispose() => csv.Dispose();

    private static CsvWriterOptions Settings(char delimiter) => new() { Separator = delimiter, NewLine = "\n" };

    private static bool IsFormula(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0])
        && NumberText.Read(System.Text.Encoding.UTF8.GetBytes(text), NumberFormat.Plain, out _) != NumberReading.Number;

    private void WriteFinite<T>(T number, bool isFinite)
        where T : struct, IFormattable
    {
        if (isFinite) csv.WriteField(number);
        else csv.WriteField("");
    }
}
