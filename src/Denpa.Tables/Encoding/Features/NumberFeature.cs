using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>A number: the training median where it is missing, then standardised.</summary>
public sealed record NumberFeature : FeatureSchema
{
    private const int RowsAtOnce = 256;

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
        Tables.Scaling.IsOfTable(Median) && Scaling.IsValid ? null : "its median and scaling " + Tables.Scaling.Requirement;

    internal static NumberFeature Fit(Column column, ReadOnlySpan<int> trainingRows)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(trainingRows.Length);
        Span<double> values = rented.AsSpan(0, trainingRows.Length);
        column.ReadNumbers(trainingRows, values);
        Span<double> present = WithoutMissing(values);
        double median = Statistics.Median(present);
        Scaling scaling = Statistics.Scale(present, median, missing: values.Length - present.Length);
        ArrayPool<double>.Shared.Return(rented);
        return new NumberFeature { Name = column.Name, Median = median, Scaling = scaling };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        Span<double> buffer = stackalloc double[RowsAtOnce];
        for (int start = 0; start < rows.Length; start += RowsAtOnce)
        {
            ReadOnlySpan<int> some = rows.Slice(start, Math.Min(RowsAtOnce, rows.Length - start));
            Span<double> values = buffer[..some.Length];
            column.ReadNumbers(some, values);
            for (int i = 0; i < some.Length; i++)
                if (double.IsNaN(values[i])) values[i] = Substitute(table, column, some[i]);
            Scaling.Standardize(values);
            inputs.Set(start, 0, values);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Span<double> WithoutMissing(Span<double> values)
    {
        int count = 0;
        foreach (double value in values)
            if (!double.IsNaN(value)) values[count++] = value;
        return values[..count];
    }

    private double Substitute(Table table, Column column, int row) => column.IsMissing(row)
        ? Median
        : throw NumberProblems.At(table, column, row, "the column held numbers in training");
}
