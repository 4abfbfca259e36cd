using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>
/// A date: running days and year, standardised; and where in the year, the month, the week and the day it lies, each as the sine and the
/// cosine of its angle, so that December lies beside January. Only what differed among the training rows has inputs. Where the date is
/// missing, numbers are the training median and angles nowhere, and an input that marks it is 1, if training rows had missing dates.
/// The clock is taken as it was written.
/// </summary>
public sealed record CalendarFeature : FeatureSchema
{
    /// <summary>In what order dates say day and month that could be either.</summary>
    public required DateOrder Order { get; init; }

    /// <summary>The numbers taken from a date, standardised.</summary>
    public required IReadOnlyList<CalendarNumber> Numbers { get; init; }

    /// <summary>The cycles in which a date is placed, two inputs to each.</summary>
    public required IReadOnlyList<CalendarCycle> Cycles { get; init; }

    /// <summary>Whether a missing date is marked by an input of its own, the last.</summary>
    public required bool HasMissingIndicator { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ColumnKind Kind => ColumnKind.Date;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int InputCount => Numbers.Count + (2 * Cycles.Count) + (HasMissingIndicator ? 1 : 0);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<string> InputNames =>
    [
        .. Numbers.Select(number => $"{Name}.{Words(number.Part)}"),
        .. Cycles.SelectMany(cycle => (string[])[$"{Name}.{Words(cycle)}.sine", $"{Name}.{Words(cycle)}.cosine"]),
        .. HasMissingIndicator ? (string[])[$"{Name}={ValueKeys.Missing}"] : [],
    ];

    internal override int NumberInputs => Numbers.Count;

    internal override string? Flaw =>
        InputCount == 0 ? "it must have inputs"
        : !Enum.IsDefined(Order) || !Cycles.All(Enum.IsDefined) || !Numbers.All(number => Enum.IsDefined(number.Part))
            ? "its order and parts must be known ones"
        : Numbers.All(number => number.Value.IsValid) ? null
        : "each median and scaling " + Scaling.Requirement;

    internal static CalendarFeature Fit(Column column, DateOrder order, ReadOnlySpan<int> trainingRows)
    {
        List<DateTime> dates = new(trainingRows.Length);
        foreach (int row in trainingRows)
            if (!column.IsMissing(row, amongNumbers: true) && column.ReadDate(row)?.In(order) is { } date) dates.Add(date);
        int missing = trainingRows.Length - dates.Count;
        CalendarNumberPart[] numbers = [.. Enum.GetValues<CalendarNumberPart>().Where(part => Differ(dates, date => Of(date, part)))];
        return new CalendarFeature
        {
            Name = column.Name,
            Order = order,
            Numbers = [.. (numbers.Length > 0 ? numbers : [CalendarNumberPart.Days]).Select(part => Fit(dates, part, missing))],
            Cycles = [.. Enum.GetValues<CalendarCycle>().Where(cycle => Differ(dates, date => Turn(date, cycle)))],
            HasMissingIndicator = missing > 0 && dates.Count > 0,
        };
    }

    internal override void Encode<T>(Table table, Column column, ReadOnlySpan<int> rows, InputBlock<T> inputs, EncodingReport report)
    {
        double[] values = new double[InputCount];
        for (int i = 0; i < rows.Length; i++)
        {
            Encode(column.IsMissing(rows[i], amongNumbers: true) ? null : Read(table, column, rows[i], Order), values);
            for (int input = 0; input < values.Length; input++) inputs.Set(i, input, values[input]);
        }
    }

    /// <summary>All inputs of a date, or of a missing one.</summary>
    private void Encode(DateTime? date, Span<double> inputs)
    {
        int input = 0;
        for (int i = 0; i < Numbers.Count; i++)
            inputs[input++] = Numbers[i].Value.Encode(date is null, date is { } given ? Of(given, Numbers[i].Part) : 0);
        for (int i = 0; i < Cycles.Count; i++)
        {
            (double sine, double cosine) = date is { } given ? Math.SinCos(2 * Math.PI * Turn(given, Cycles[i])) : (0, 0);
            inputs[input++] = sine;
            inputs[input++] = cosine;
        }

        if (HasMissingIndicator) inputs[input] = date is null ? 1 : 0;
    }

    /// <summary>The date of a field, which has one.</summary>
    /// <param name="table">The table, for messages.</param>
    /// <param name="column">The column.</param>
    /// <param name="row">The row.</param>
    /// <param name="order">The order of day and month; null to take only dates that leave no doubt.</param>
    internal static DateTime Read(Table table, Column column, int row, DateOrder? order)
    {
        if (column.ReadDate(row)?.In(order) is { } date) return date;
        string field = $"{Quoted.Text(column[row])} in column {Quoted.Text(column.Name)}";
        const string cure = "write it as 2024-02-29 or 2024-02-29T12:30:00";
        throw table.Problem(row, column, $"{field} is no date, where the column held dates in training — {cure}");
    }

    /// <summary>The date that a value is or says, which leaves no doubt where no order is given.</summary>
    internal static DateTime Read(FieldValue value, string column, DateOrder? order)
    {
        if (value.Kind == FieldValueKind.Date) return value.Date;
        DateReading? reading = value.Kind == FieldValueKind.Text ? value.ReadUtf8(DateText.Read) : null;
        const string problem = "is no date, where the column held dates in training — give a DateTime, or write it as 2024-02-29";
        return reading?.In(order) ?? throw FieldEncodings.Refusal(column, value, problem);
    }

    internal override bool HadMissing => HasMissingIndicator;

    internal override FieldEncoding FieldEncoding(MissingValues missing) => (value, inputs, _) =>
        Encode(missing.IsMissing(value, amongNumbers: true) ? null : Read(value, Name, Order), inputs);

    private static CalendarNumber Fit(List<DateTime> dates, CalendarNumberPart part, int missing)
    {
        double[] values = [.. dates.Select(date => Of(date, part))];
        double median = Statistics.Median(values);
        return new CalendarNumber(part, new DatePart(median, Statistics.Scale(values, median, missing)));
    }

    private static bool Differ(List<DateTime> dates, Func<DateTime, double> part) =>
        dates.Count > 0 && dates.Exists(date => part(date) != part(dates[0]));

    private static double Of(DateTime date, CalendarNumberPart part) => part switch
    {
        CalendarNumberPart.Days => (date - DateTime.UnixEpoch).TotalDays,
        _ => date.Year,
    };

    /// <summary>How much of the cycle has passed, from 0 to below 1.</summary>
    private static double Turn(DateTime date, CalendarCycle cycle) => cycle switch
    {
        CalendarCycle.DayOfYear => (date.DayOfYear - 1.0) / (DateTime.IsLeapYear(date.Year) ? 366 : 365),
        CalendarCycle.DayOfMonth => (date.Day - 1.0) / DateTime.DaysInMonth(date.Year, date.Month),
        CalendarCycle.DayOfWeek => ((int)date.DayOfWeek + 6) % 7 / 7.0,
        _ => date.TimeOfDay.TotalDays,
    };

    private static string Words<T>(T part)
        where T : struct, Enum => $"{char.ToLowerInvariant(part.ToString()[0])}{part.ToString()[1..]}";
}

/// <summary>A number taken from a date.</summary>
public enum CalendarNumberPart
{
    /// <summary>Days since the beginning of 1970, with the time of day as a fraction.</summary>
    Days,

    /// <summary>The year.</summary>
    Year,
}

/// <summary>A cycle in which a date is placed.</summary>
public enum CalendarCycle
{
    /// <summary>The day within its year.</summary>
    DayOfYear,

    /// <summary>The day within its month.</summary>
    DayOfMonth,

    /// <summary>The day within its week, from Monday.</summary>
    DayOfWeek,

    /// <summary>The second within its day.</summary>
    SecondsOfDay,
}

/// <summary>A number taken from a date, with what training taught about it.</summary>
/// <param name="Part">Which number.</param>
/// <param name="Value">Its median and scaling.</param>
public readonly record struct CalendarNumber(CalendarNumberPart Part, DatePart Value);
