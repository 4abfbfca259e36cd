namespace Denpa.Tables;

/// <summary>Values of a column that the training rows did not have.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Count">The number of rows that hold one.</param>
/// <param name="Examples">The first few different ones; a missing value is shown as (missing).</param>
public sealed record UnseenValues(string Column, int Count, IReadOnlyList<string> Examples);

/// <summary>Gathers what encoding met and training had not: worth saying, not fatal.</summary>
public sealed class EncodingReport
{
    private const int ExamplesPerColumn = 5;
    private readonly Dictionary<string, (int Count, List<string> Examples)> unseen = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string> units = new(StringComparer.Ordinal);

    /// <summary>The unseen values by column, in the order in which the columns were met.</summary>
    public IReadOnlyList<UnseenValues> Unseen =>
        [.. unseen.Select(entry => new UnseenValues(entry.Key, entry.Value.Count, entry.Value.Examples))];

    /// <summary>The number of unseen values in all columns.</summary>
    public int UnseenCount => unseen.Values.Sum(entry => entry.Count);

    /// <summary>One sentence for every column with unseen values, or with a unit that training did not have.</summary>
    public IEnumerable<string> Notes =>
    [
        .. units.Select(unit => $"column {Quoted.Text(unit.Key)} is in {unit.Value} here and was without a unit in training: "
            + "its numbers are taken as they are"),
        .. Unseen.Select(Note),
    ];

    private static string Note(UnseenValues values)
    {
        string count = values.Count == 1 ? "1 value" : $"{values.Count} values";
        return $"{count} of column {Quoted.Text(values.Column)} did not occur in training: {Quoted.List(values.Examples)}";
    }

    /// <summary>Takes over what another one gathered, of other columns.</summary>
    internal void Add(EncodingReport other)
    {
        foreach ((string? column, (int Count, List<string> Examples) entry) in other.unseen)
        {
            foreach (string example in entry.Examples) AddUnseen(column, example);
            unseen[column] = unseen[column] with { Count = unseen[column].Count + entry.Count - entry.Examples.Count };
        }
    }

    /// <summary>Takes note that a column's numbers have a unit, and those of training had none.</summary>
    internal void AddUnit(string column, string unit) => units[column] = unit;

    internal void AddUnseen(string column, string value)
    {
        if (!unseen.TryGetValue(column, out (int Count, List<string> Examples) entry)) entry = (0, []);
        if (entry.Examples.Count < ExamplesPerColumn && !entry.Examples.Contains(value)) entry.Examples.Add(value);
        unseen[column] = entry with { Count = entry.Count + 1 };
    }
}
