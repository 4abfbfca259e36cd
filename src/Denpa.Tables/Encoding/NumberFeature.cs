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
        column.ReadNumbers(trainingRows, values);
        var count = 0;
        foreach (var value in values)
            if (!double.IsNaN(value)) values[count++] = value;
        var present = values.AsSpan(0, count);
        var median = Statistics.Median(present);
        var scaling = Statistics.Scale(present, median, missing: trainingRows.Length - count);
        return new NumberFeature { Name = column.Name, Median = median, Scaling = scaling };
    }

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        Span<double> values = stackalloc double[256];
        for (var start = 0; start < rows.Length; start += values.Length)
        {
            var some = rows.Slice(start, Math.Min(values.Length, rows.Length - start));
            column.ReadNumbers(some, values);
            for (var i = 0; i < some.Length; i++)
            {
                var value = double.IsNaN(values[i]) ? Substitute(table, column, some[i]) : values[i];
                inputs.Set(start + i, 0, Scaling.Standardize(value));
            }
        }
    }

    private double Substitute(Table table, Column column, int row) => column.IsMissing(row)
        ? Median
        : throw NumberProblems.At(table, column, row, "the column held numbers in training");
}
