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

    /// <summary>Whether all are yes or no in a usual spelling.</summary>
    public bool AreBooleans => !ExceedsLimit && Values.All(value => BooleanText.Read(value.Value) is not null);

    public static ValueCounts Of(ColumnProfile profile, int limit) =>
        profile.IsNumeric ? OfNumbers(profile.Column, limit) : OfTexts(profile.Column, limit);

    public static ValueCounts OfTexts(Column column, int limit)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int row = 0; row < column.Count && counts.Count <= limit; row++)
            if (!column.IsMissing(row)) Increment(counts, column[row]);
        if (counts.Count <= limit && counts.Count > 2) counts = WithoutSpellings(counts);

        // no < yes, false < true, n < y and off < on, in any case: the alphabet has them in this order. Others do not.
        IOrderedEnumerable<KeyValuePair<string, int>> ordered = counts.Count == 2
            ? counts.OrderBy(pair => BooleanText.Read(pair.Key) ?? false).ThenBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            : counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        IEnumerable<ValueCount> values = ordered.ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new ValueCount(pair.Key, pair.Value));
        return new ValueCounts([.. values], counts.Count > limit);
    }

    public static bool AreAllDifferent(Column column)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int row = 0; row < column.Count; row++)
            if (!column.IsMissing(row) && !seen.Add(column[row])) return false;
        return true;
    }

    /// <summary>
    /// Whether few numbers are told apart by zeros at their ends, as versions are: 3.1 and 3.10. A fraction of zeros alone, which programs
    /// add to whole numbers, tells nothing.
    /// </summary>
    public static bool AreToldApartByZeros(Column column, int limit)
    {
        Dictionary<double, string> texts = [];
        bool areToldApart = false;
        for (int row = 0; row < column.Count; row++)
        {
            if (column.ReadNumber(row, out double value) != NumberReading.Number) continue;
            string text = double.IsInteger(value) ? "" : column[row];
            if (!texts.TryAdd(value, text)) areToldApart |= texts[value] != text;
            if (texts.Count > limit) return false;
        }

        return areToldApart && texts.Count * 2 <= column.Count;
    }

    /// <summary>Numbers by their value, each under the text that it has most often.</summary>
    private static ValueCounts OfNumbers(Column column, int limit)
    {
        Dictionary<double, Dictionary<string, int>> counts = [];
        for (int row = 0; row < column.Count && counts.Count <= limit; row++)
        {
            if (column.ReadNumber(row, out double value) != NumberReading.Number) continue;
            ref Dictionary<string, int>? texts = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _);
            Increment(texts ??= new Dictionary<string, int>(StringComparer.Ordinal), column[row]);
        }

        IEnumerable<ValueCount> ordered = counts.OrderBy(pair => pair.Key)
            .Select(pair => new ValueCount(Commonest(pair.Value), pair.Value.Values.Sum()));
        return new ValueCounts([.. ordered], counts.Count > limit);
    }

    /// <summary>Yes and no, each under its commonest spelling, where there is nothing else.</summary>
    private static Dictionary<string, int> WithoutSpellings(Dictionary<string, int> counts)
    {
        if (counts.Keys.Any(text => BooleanText.Read(text) is null)) return counts;
        return counts.GroupBy(pair => BooleanText.Read(pair.Key)).ToDictionary(
            side => Commonest(side), side => side.Sum(pair => pair.Value), StringComparer.Ordinal);
    }

    private static string Commonest(IEnumerable<KeyValuePair<string, int>> texts) =>
        texts.OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal).First().Key;

    private static void Increment<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
