using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// A date as models of version 0.1 take it: year, month, day of week (Monday is 1) and seconds of day, as its clock was written, each the
/// training median where the date is missing, then standardised. Later ones have a <see cref="CalendarFeature"/>.
/// </summary>
public sealed record DateFeature : FeatureSchema
{
    /// <summary>The year, from 1.</summary>
    public required DatePart Year { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public required DatePart Month { get; init; }

    /// <summary>The day of the week, Monday 1 to Sunday 7.</summary>
    public required DatePart DayOfWeek { get; init; }

    /// <summary>The time since midnight in seconds.</summary>
    public required DatePart SecondsOfDay { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ColumnKind Kind => ColumnKind.Date;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => 4;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames => [$"{Name}.year", $"{Name}.month", $"{Name}.dayOfWeek", $"{Name}.secondsOfDay"];

    internal override string? Flaw => Parts.All(part => part.IsValid) ? null : "each median and scaling " + Scaling.Requirement;

    private DatePart[] Parts => [Year, Month, DayOfWeek, SecondsOfDay];

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        Span<double> values = stackalloc double[4];
        for (int i = 0; i < rows.Length; i++)
        {
            bool isMissing = column.IsMissing(rows[i], amongNumbers: true);
            Encode(isMissing, isMissing ? default : CalendarFeature.Read(table, column, rows[i], order: null), values);
            for (int input = 0; input < values.Length; input++) inputs.Set(i, input, values[input]);
        }
    }

    internal override FieldEncoding FieldEncoding(MissingValues missing) => (value, inputs, _) =>
    {
        bool isMissing = missing.IsMissing(value, amongNumbers: true);
        Encode(isMissing, isMissing ? default : CalendarFeature.Read(value, Name, order: null), inputs);
    };

    private void Encode(bool isMissing, DateTime date, Span<double> inputs)
    {
        inputs[0] = Year.Encode(isMissing, YearOf(date));
        inputs[1] = Month.Encode(isMissing, MonthOf(date));
        inputs[2] = DayOfWeek.Encode(isMissing, DayOfWeekOf(date));
        inputs[3] = SecondsOfDay.Encode(isMissing, SecondsOfDayOf(date));
    }

    private static double YearOf(DateTime date) => date.Year;

    private static double MonthOf(DateTime date) => date.Month;

    private static double DayOfWeekOf(DateTime date) => ((int)date.DayOfWeek + 6) % 7 + 1;

    private static double SecondsOfDayOf(DateTime date) => date.TimeOfDay.TotalSeconds;
}

/// <summary>One number taken from a date.</summary>
/// <param name="Median">The median of the training rows, which stands for a missing date.</param>
/// <param name="Scaling">Mean and standard deviation of the training rows.</param>
public readonly record struct DatePart(double Median, Scaling Scaling)
{
    internal bool IsValid => Scaling.IsOfTable(Median) && Scaling.IsValid;

    internal double Encode(bool isMissing, double value) => Scaling.Standardize(isMissing ? Median : value);
}
