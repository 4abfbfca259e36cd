using System.Runtime.InteropServices;

namespace Denpa.Tables;

/// <summary>The different values of a column and how often each occurs, up to a limit.</summary>
internal sealed class ValueCounts
{
    private ValueCounts(ValueCount[] values, bool exceedsLimit)
    {
        Values = values;
        ExceedsLimit = exceedsLimit;
    }

    /// <summary>The values, numbers ascending and texts in ordinal order; of two texts the one that means no comes first.</summary>
    public IReadOnlyList<ValueCount> Values { get; }

    /// <summary>Whether there are more than the limit; counting stopped then.</summary>
    public bool ExceedsLimit { get; }

    public int Count => Values.Count;

    public static ValueCounts Of(ColumnProfile profile, int limit) =>
        profile.IsNumeric ? OfNumbers(profile.Column, limit) : OfTexts(profile.Column, limit);

    public static ValueCounts OfTexts(Column column, int limit)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int row = 0; row < column.Count && counts.Count <= limit; row++)
            if (!column.IsMissing(row)) Increment(counts, column[row]);

        // no < yes, false < true, n < y and off < on, in any case: the alphabet has them in this order.
        StringComparer comparer = counts.Count == 2 ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        IOrderedEnumerable<KeyValuePair<string, int>> ordered = counts.OrderBy(pair => pair.Key, comparer)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal);
        return new ValueCounts([.. ordered.Select(pair => new ValueCount(pair.Key, pair.Value))], counts.Count > limit);
    }

    public static bool AreAllDifferent(Column column)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int row = 0; row < column.Count; row++)
            if (!column.IsMissing(row) && !seen.Add(column[row])) return false;
        return true;
    }

    private static ValueCounts OfNumbers(Column column, int limit)
    {
        Dictionary<double, int> counts = new();
        for (int row = 0; row < column.Count && counts.Count <= limit; row++)
            if (column.ReadNumber(row, out double value) == NumberReading.Number) Increment(counts, value);
        IEnumerable<ValueCount> ordered = counts.OrderBy(pair => pair.Key)
            .Select(pair => new ValueCount(NumberText.Canonical(pair.Key), pair.Value));
        return new ValueCounts([.. ordered], counts.Count > limit);
    }

    private static void Increment<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
