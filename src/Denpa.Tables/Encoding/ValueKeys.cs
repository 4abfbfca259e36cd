namespace Denpa.Tables;

/// <summary>The text by which a value is looked up in a schema: for numbers the shortest, so that 1, 1.0 and 1e0 are one value.</summary>
internal static class ValueKeys
{
    /// <summary>How a missing value is shown.</summary>
    public const string Missing = "(missing)";

    public static string Of(Column column, int row, bool isNumeric) =>
        isNumeric && column.ReadNumber(row, out double number) == NumberReading.Number ? NumberText.Canonical(number) : column[row];

    public static Dictionary<string, int> Positions(IReadOnlyList<string> values)
    {
        Dictionary<string, int> positions = new(values.Count, StringComparer.Ordinal);
        for (int i = 0; i < values.Count; i++) positions.Add(values[i], i);
        return positions;
    }

    public static bool AreDistinct(IReadOnlyList<string> values) =>
        values.All(value => value is not null) && values.Distinct(StringComparer.Ordinal).Count() == values.Count;
}
