using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// Categories, one-hot: an input for each category of the training rows, and one for missing where they had missing values.
/// A value that training did not know leaves all of them at zero.
/// </summary>
public sealed record CategoryFeature : FeatureSchema
{
    /// <summary>The categories in the order of their inputs, which is ordinal.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Whether a missing value has an input of its own, the last.</summary>
    public required bool HasMissingClass { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ColumnKind Kind => ColumnKind.Category;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => Categories.Count + (HasMissingClass ? 1 : 0);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames =>
        [.. Categories.Append(ValueKeys.Missing).Take(InputCount).Select(value => $"{Name}={value}")];

    internal override string? Flaw =>
        InputCount == 0 ? "it must have categories" : ValueKeys.AreDistinct(Categories) ? null : "its categories must differ";

    internal static CategoryFeature Fit(Column column, ReadOnlySpan<int> trainingRows)
    {
        SortedSet<string> categories = new(StringComparer.Ordinal);
        foreach (int row in trainingRows)
            if (!column.IsMissing(row)) categories.Add(column[row]);
        return new CategoryFeature { Name = column.Name, Categories = [.. categories], HasMissingClass = AnyMissing(column, trainingRows) };
    }

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        Dictionary<string, int> positions = ValueKeys.Positions(Categories);
        for (int i = 0; i < rows.Length; i++)
        {
            bool isMissing = column.IsMissing(rows[i]);
            string value = isMissing ? ValueKeys.Missing : column[rows[i]];
            if (isMissing && HasMissingClass) inputs.Set(i, Categories.Count, 1);
            else if (!isMissing && positions.TryGetValue(value, out int position)) inputs.Set(i, position, 1);
            else report.AddUnseen(Name, value);
        }
    }

    internal override bool HadMissing => HasMissingClass;

    internal override FieldEncoding FieldEncoding(MissingValues missing)
    {
        ValueIndex byText = new(Categories, areNumeric: false);
        ValueIndex byNumber = new(Categories, areNumeric: true);
        return (value, inputs, report) =>
        {
            // Most values are known ones: then nothing else is asked.
            int position = value.Kind switch
            {
                FieldValueKind.Missing => -1,
                FieldValueKind.Text => byText.FindText(value.Text),
                _ => byNumber.Find(value),
            };
            bool isMissing = position < 0 && missing.IsMissing(value, amongNumbers: false);
            if (position >= 0) inputs[position] = 1;
            else if (isMissing && HasMissingClass) inputs[Categories.Count] = 1;
            else report?.AddUnseen(Name, isMissing ? ValueKeys.Missing : value.Text);
        };
    }
}
