using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// Texts by their words: an input for each of the commonest words of the training rows, log(1 + count) · (log((1 + n) / (1 + m)) + 1)
/// with n training rows, m of which have it (tf–idf), and all of a row divided by the root of the sum of their squares. Words are runs of
/// letters and digits in small letters; where a script puts no spaces between words, each two neighbouring letters.
/// </summary>
public sealed record TextFeature : FeatureSchema
{
    private const int MostWords = 256;
    private const int FewestRows = 2;

    /// <summary>The words in the order of their inputs, which is ordinal.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>How much each word weighs: the rarer among the training rows, the more.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ColumnKind Kind => ColumnKind.Text;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => Words.Count;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames => [.. Words.Select(word => $"{Name}:{word}")];

    internal override string? Flaw =>
        InputCount == 0 || Weights.Count != Words.Count ? "it must have words, and a weight for each"
        : !ValueKeys.AreDistinct(Words) ? "its words must differ"
        : Weights.All(double.IsFinite) ? null
        : "its weights must be finite";

    /// <exception cref="TableException">No word occurs in two rows.</exception>
    internal static TextFeature Fit(Table table, Column column, ReadOnlySpan<int> trainingRows)
    {
        Dictionary<string, int> rowsWith = new(StringComparer.Ordinal);
        foreach (int row in trainingRows)
        {
            foreach (string word in WordsOf(column, row).Distinct(StringComparer.Ordinal))
                rowsWith[word] = rowsWith.GetValueOrDefault(word) + 1;
        }

        KeyValuePair<string, int>[] kept = [.. rowsWith.Where(word => word.Value >= FewestRows)
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(MostWords).OrderBy(word => word.Key, StringComparer.Ordinal)];
        if (kept.Length == 0)
        {
            string name = Quoted.Text(column.Name);
            throw table.Problem($"no word of column {name} occurs in two training rows — take the column out of the features");
        }

        double rows = trainingRows.Length;
        return new TextFeature
        {
            Name = column.Name,
            Words = [.. kept.Select(word => word.Key)],
            Weights = [.. kept.Select(word => Math.Log((1 + rows) / (1 + word.Value)) + 1)],
        };
    }

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        Dictionary<string, int> positions = ValueKeys.Positions(Words);
        double[] values = new double[Words.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            Array.Clear(values);
            Encode(WordsOf(column, rows[i]), positions, values);
            for (int word = 0; word < values.Length; word++)
                if (values[word] != 0) inputs.Set(i, word, values[word]);
        }
    }

    internal override bool HadMissing => true;

    internal override FieldEncoding FieldEncoding(MissingValues missing)
    {
        Dictionary<string, int> positions = ValueKeys.Positions(Words);
        return (value, inputs, _) =>
            Encode(missing.IsMissing(value, amongNumbers: false) ? [] : TextWords.Of(value.Text), positions, inputs);
    }

    private void Encode(List<string> words, Dictionary<string, int> positions, Span<double> values)
    {
        foreach (string word in words)
            if (positions.TryGetValue(word, out int position)) values[position]++;
        double squares = 0;
        for (int word = 0; word < values.Length; word++)
        {
            values[word] = Math.Log(1 + values[word]) * Weights[word];
            squares += values[word] * values[word];
        }

        if (squares == 0) return;
        double length = Math.Sqrt(squares);
        foreach (ref double value in values) value /= length;
    }

    private static List<string> WordsOf(Column column, int row) => column.IsMissing(row) ? [] : TextWords.Of(column[row]);
}
