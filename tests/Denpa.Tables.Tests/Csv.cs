using System.Text;

namespace Denpa.Tables.Tests;

/// <summary>Tables for tests, made from text under the name t.csv.</summary>
internal static class Csv
{
    public static string PenguinsPath { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "penguins.csv");

    public static Table Penguins() => Table.Read(PenguinsPath);

    public static Table Read(string text, TableOptions? options = null) => Table.Read(new StringReader(text), "t.csv", options);

    public static Table ReadBytes(byte[] bytes) => Table.Read(new MemoryStream(bytes), "t.csv");

    public static TableException Refused(string text, TableOptions? options = null) =>
        Assert.Throws<TableException>(() => Read(text, options));

    /// <summary>The table's understanding, with the last column as the target unless the options say otherwise.</summary>
    public static TableUnderstanding Understand(string text, UnderstandingOptions? options = null) =>
        TableUnderstanding.Of(Read(text), options);

    public static TableException NotUnderstood(string text, UnderstandingOptions? options = null) =>
        Assert.Throws<TableException>(() => Understand(text, options));

    /// <summary>A column <c>x</c> of the given fields before a target of two classes.</summary>
    public static string WithTarget(params IEnumerable<string> fields)
    {
        StringBuilder text = new("x,spare,y\n");
        foreach ((int i, string? field) in fields.Index()) text.Append($"{field},{i * 0.5},{(i % 2 == 0 ? "a" : "b")}\n");
        return text.ToString();
    }

    public static int[] AllRows(Table table) => [.. Enumerable.Range(0, table.RowCount)];

    public static string[] Texts(Column column) => [.. Enumerable.Range(0, column.Count).Select(row => column[row])];
}
