using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>A number: the training median where it is missing, then standardised.</summary>
public sealed record NumberFeature : FeatureSchema
{
    /// <summary>The median of the training rows, which stands for a missing value.</summary>
    public required double Median { get; init; }

    /// <summary>Mean and standard deviation of the training rows, after missing values have become the median.</summary>
    public required Scaling Scaling { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames => [Name];

    internal override string? Flaw =>
        double.IsFinite(Median) && Scaling.IsValid ? null : "its median and scaling " + Tables.Scaling.Requirement;

    internal static NumberFeature Fit(Column column, ReadOnlySpan<int> trainingRows)
    {
        var values = new double[trainingRows.Length];
        var count = 0;
        foreach (var row in trainingRows)
            if (!column.IsMissing(row) && column.ReadNumber(row, out var value) == NumberReading.Number) values[count++] = value;
        var present = values.AsSpan(0, count);
        var median = Statistics.SortAndTakeMedian(present);
        var scaling = Statistics.Scale(present, median, missing: trainingRows.Length - count);
        return new NumberFeature { Name = column.Name, Median = median, Scaling = scaling };
    }

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var value = column.IsMissing(rows[i]) ? Median : Read(table, column, rows[i]);
            inputs.Set(i, 0, Scaling.Standardize(value));
        }
    }

    private static double Read(Table table, Column column, int row) =>
        column.ReadNumber(row, out var value) == NumberReading.Number
            ? value
            : throw NumberProblems.At(table, column, row, "the column held numbers in training");
}
