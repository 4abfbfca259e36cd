namespace Denpa.Tables;

/// <summary>The values of a schema by their texts.</summary>
internal static class ValueKeys
{
    /// <summary>How a missing value is shown.</summary>
    public const string Missing = "(missing)";

    public static Dictionary<string, int> Positions(IReadOnlyList<string> values)
    {
        Dictionary<string, int> positions = new(values.Count, StringComparer.Ordinal);
        for (int i = 0; i < values.Count; i++) positions.Add(values[i], i);
        return positions;
    }

    public static bool AreDistinct(IReadOnlyList<string> values) =>
        values.All(value => value is not null) && values.Distinct(StringComparer.Ordinal).Count() == values.Count;
}
