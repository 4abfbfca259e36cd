using System.Numerics;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// A column of two values: 0 for the first, 1 for the second, and a second input that is 1 for missing where training rows had
/// missing values; or of one value and missing, which is 0. Yes and no are known in any of their usual spellings. A value that training
/// did not know becomes one half, between the two.
/// </summary>
public sealed record YesNoFeature : FeatureSchema
{
    private const double Neither = 0.5;

    /// <summary>The value that becomes 0; empty where that is a missing one.</summary>
    public required string No { get; init; }

    /// <summary>The value that becomes 1.</summary>
    public required string Yes { get; init; }

    /// <summary>Whether the two are numbers, and compared as numbers.</summary>
    public required bool IsNumeric { get; init; }

    /// <summary>Whether a missing value has an input of its own.</summary>
    public required bool HasMissingClass { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ColumnKind Kind => ColumnKind.YesNo;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => HasMissingClass ? 2 : 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames =>
        HasMissingClass ? [$"{Name}={Yes}", $"{Name}={ValueKeys.Missing}"] : [$"{Name}={Yes}"];

    internal override string? Flaw => No is null || Yes is null || No == Yes ? "its two values must differ" : null;

    internal static YesNoFeature Fit(Column column, ColumnUnderstanding understanding, ReadOnlySpan<int> trainingRows) => new()
    {
        Name = column.Name,
        No = understanding.Values.Count == 1 ? "" : understanding.Values[0].Value,
        Yes = understanding.Values[^1].Value,
        IsNumeric = understanding.IsNumeric,
        HasMissingClass = understanding.Values.Count == 2 && AnyMissing(column, trainingRows, understanding.IsNumeric),
    };

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        ValueIndex values = new([No, Yes], IsNumeric);
        for (int i = 0; i < rows.Length; i++)
        {
            if (column.IsMissing(rows[i], IsNumeric))
            {
                if (HasMissingClass) inputs.Set(i, 1, 1);
                else if (No.Length > 0) SetUnseen(i, ValueKeys.Missing, inputs, report);
                continue;
            }

            int position = values.Find(column, rows[i]);
            if (position < 0) SetUnseen(i, column[rows[i]], inputs, report);
            else inputs.Set(i, 0, position);
        }
    }

    private void SetUnseen<T>(int row, string value, InputBlock<T> inputs, EncodingReport report)
        where T : IFloatingPoint<T>
    {
        inputs.Set(row, 0, Neither);
        report.AddUnseen(Name, value);
    }

    internal override bool HadMissing => HasMissingClass || No.Length == 0;

    internal override FieldEncoding FieldEncoding(MissingValues missing)
    {
        ValueIndex values = new([No, Yes], IsNumeric);
        return (value, inputs, report) =>
        {
            int position = value.Kind == FieldValueKind.Text ? values.FindText(value.Text) : -1;
            bool isMissing = position < 0 && missing.IsMissing(value, IsNumeric);
            if (position < 0 && !isMissing) position = values.Find(value);
            if (isMissing && HasMissingClass)
            {
                inputs[1] = 1;
            }
            else if (position >= 0)
            {
                inputs[0] = position;
            }
            else if (!isMissing || No.Length > 0)
            {
                inputs[0] = Neither;
                report?.AddUnseen(Name, isMissing ? ValueKeys.Missing : value.Text);
            }
        };
    }
}
