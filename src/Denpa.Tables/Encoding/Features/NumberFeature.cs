using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// A number: the training median where it is missing, then standardised; and a second input that is 1 where it is missing, if training
/// rows had missing values.
/// </summary>
public sealed record NumberFeature : FeatureSchema
{
    private const int RowsAtOnce = 256;

    /// <summary>The median of the training rows, which stands for a missing value.</summary>
    public required double Median { get; init; }

    /// <summary>Mean and standard deviation of the training rows, after missing values have become the median.</summary>
    public required Scaling Scaling { get; init; }

    /// <summary>How numbers are scaled by their median and quartiles instead; null where they are standardised.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RobustScaling? Robust { get; init; }

    /// <summary>Whether a missing value is marked by an input of its own.</summary>
    public bool HasMissingIndicator { get; init; }

    /// <summary>How training wrote the numbers; null in models that do not know.</summary>
    public NumberFormat? Format { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ColumnKind Kind => ColumnKind.Number;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => HasMissingIndicator ? 2 : 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames => HasMissingIndicator ? [Name, $"{Name}={ValueKeys.Missing}"] : [Name];

    internal override int NumberInputs => 1;

    internal override string? Flaw =>
        Format?.Flaw
        ?? (Tables.Scaling.IsOfTable(Median) && Scaling.IsValid && Robust is not { IsValid: false }
            ? null
            : "its median and scaling " + Tables.Scaling.Requirement);

    internal static NumberFeature Fit(Column column, ReadOnlySpan<int> trainingRows, bool isRobust)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(trainingRows.Length);
        Span<double> values = rented.AsSpan(0, trainingRows.Length);
        column.ReadNumbers(trainingRows, values);
        Span<double> present = WithoutMissing(values);
        double median = Statistics.Median(present);
        int missing = values.Length - present.Length;
        Scaling scaling = Statistics.Scale(present, median, missing);
        RobustScaling? robust = isRobust ? RobustScaling.Fit(present, median) : null;
        ArrayPool<double>.Shared.Return(rented);
        return new NumberFeature
        {
            Name = column.Name,
            Median = median,
            Scaling = scaling,
            Robust = robust,
            HasMissingIndicator = missing > 0 && missing < values.Length,
            Format = column.NumberFormat,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        NumberFormat format = column.FormatLike(Format);
        Span<double> buffer = stackalloc double[RowsAtOnce];
        for (int start = 0; start < rows.Length; start += RowsAtOnce)
        {
            ReadOnlySpan<int> some = rows.Slice(start, Math.Min(RowsAtOnce, rows.Length - start));
            Span<double> values = buffer[..some.Length];
            column.ReadNumbers(some, format, values);
            for (int i = 0; i < some.Length; i++)
            {
                if (!double.IsNaN(values[i])) continue;
                values[i] = Substitute(table, column, some[i]);
                if (HasMissingIndicator) inputs.Set(start + i, 1, 1);
            }

            if (Robust is { } robust) robust.Apply(values);
            else Scaling.Standardize(values);
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

    /// <summary>The unit of a column, where training had none; else null.</summary>
    internal string? NewUnit(Column column) =>
        Format is { Unit: "" } && column.FormatLike(Format).Unit is { Length: > 0 } unit ? unit : null;

    private double Substitute(Table table, Column column, int row)
    {
        if (column.IsMissing(row, amongNumbers: true)) return Median;
        string unit = column.NumberFormat.Unit;
        if (unit.Length == 0 || Format is null || unit == Format.Unit)
            throw NumberProblems.At(table, column, row, "the column held numbers in training");
        string trained = Format.Unit.Length == 0 ? "without a unit" : $"in {Format.Unit}";
        string field = $"{Quoted.Text(column[row])} in column {Quoted.Text(Name)}";
        throw table.Problem(row, column, $"{field} is in {unit}, and training had its numbers {trained} — convert the column");
    }

    internal override bool HadMissing => HasMissingIndicator;

    internal override FieldEncoding FieldEncoding(MissingValues missing) => (value, inputs, _) =>
    {
        bool isMissing = missing.IsMissing(value, amongNumbers: true);
        if (isMissing && HasMissingIndicator) inputs[1] = 1;
        double number = isMissing ? Median : Read(value);
        inputs[0] = Robust?.Apply(number) ?? Scaling.Standardize(number);
    };

    private static NumberReading Rated(double number) =>
        double.IsInfinity(number) ? NumberReading.NotFinite
        : Math.Abs(number) <= float.MaxValue ? NumberReading.Number
        : NumberReading.OutOfRange;

    private (NumberReading Reading, double Number) ReadText(FieldValue value)
    {
        NumberFormat format = Format ?? NumberFormat.Plain;
        return value.ReadUtf8(text => (NumberText.Read(text, format, out double number), number));
    }

    private double Read(FieldValue value)
    {
        (NumberReading reading, double number) = value.Kind switch
        {
            FieldValueKind.Number => (Rated(value.Number), value.Number),
            FieldValueKind.Text => ReadText(value),
            _ => (NumberReading.NotANumber, 0),
        };
        if (reading == NumberReading.Number) return number;
        string problem = reading == NumberReading.OutOfRange ? "is beyond ±3.4e38" : "is no number";
        throw FieldEncodings.Refusal(Name, value, $"{problem}, where the column held numbers in training — correct it, or leave it null");
    }
}
