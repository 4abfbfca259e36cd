using System.Numerics;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>A number to predict: a network learns it standardised.</summary>
public sealed record NumberTarget : TargetSchema
{
    /// <summary>Mean and standard deviation of the training rows; its inverse turns an output into the number.</summary>
    public required Scaling Scaling { get; init; }

    /// <summary>How training wrote the numbers; null in models that do not know.</summary>
    public NumberFormat? Format { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override TableTask Task => TableTask.Regression;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int OutputCount => 1;

    internal override bool AreNumbers => true;

    internal override string? Flaw => Format?.Flaw ?? (Scaling.IsValid ? null : "its scaling " + Tables.Scaling.Requirement);

    internal static NumberTarget Fit(Table table, string name, ReadOnlySpan<int> trainingRows)
    {
        NumberFormat format = table[name].NumberFormat;
        double[] values = Read(table, name, trainingRows, format);
        double median = Statistics.Median(values);
        return new NumberTarget { Name = name, Scaling = Statistics.Scale(values, median, missing: 0), Format = format };
    }

    internal T[] Encode<T>(Table table, ReadOnlySpan<int> rows)
        where T : IFloatingPoint<T>
    {
        double[] values = Read(table, Name, rows, table[Name].FormatLike(Format));
        return Array.ConvertAll(values, value => T.CreateTruncating(Scaling.Standardize(value)));
    }

    private static double[] Read(Table table, string name, ReadOnlySpan<int> rows, NumberFormat format)
    {
        Column column = table[name];
        double[] values = new double[rows.Length];
        column.ReadNumbers(rows, format, values);
        int stray = Array.FindIndex(values, double.IsNaN);
        if (stray < 0) return values;
        throw column.IsMissing(rows[stray], amongNumbers: true)
            ? ClassTarget.NoValue(table, column, rows[stray])
            : NumberProblems.At(table, column, rows[stray], "regression needs one");
    }
}
