using System.Globalization;

namespace Denpa.Tables;

/// <summary>A value of one row of one column as a program has it: a number, a text, a date, a truth, or missing.</summary>
internal readonly record struct FieldValue
{
    private readonly FieldValueKind kind;
    private readonly double number;
    private readonly DateTime date;
    private readonly string? text;

    private FieldValue(FieldValueKind kind, double number, DateTime date, string? text) =>
        (this.kind, this.number, this.date, this.text) = (kind, number, date, text);

    public static FieldValue Missing => default;

    public FieldValueKind Kind => kind;

    public double Number => number;

    public DateTime Date => date;

    public bool Truth => number != 0;

    /// <summary>The value as a file would have it.</summary>
    public string Text => kind switch
    {
        FieldValueKind.Text => text!,
        FieldValueKind.Number => NumberText.Canonical(number),
        FieldValueKind.Truth => Truth ? "true" : "false",
        FieldValueKind.Date => date.ToString(
            date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>A number; NaN is missing.</summary>
    public static FieldValue OfNumber(double number) =>
        double.IsNaN(number) ? default : new FieldValue(FieldValueKind.Number, number + 0.0, default, null);

    /// <summary>A number of single precision: the one that it is written as, so that 0.1f is 0.1, as in a file.</summary>
    public static FieldValue OfSingle(float number) => OfNumber(SingleNumber.Meant(number));

    public static FieldValue OfTruth(bool truth) => new(FieldValueKind.Truth, truth ? 1 : 0, default, null);

    public static FieldValue OfDate(DateTime date) => new(FieldValueKind.Date, 0, date, null);

    public static FieldValue OfDay(DateOnly day) => OfDate(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>A point in time by its own clock.</summary>
    public static FieldValue OfMoment(DateTimeOffset moment) => OfDate(moment.DateTime);

    /// <summary>A text as a table takes it: without spaces around it, in normalization form C.</summary>
    public static FieldValue OfText(string? text)
    {
        string trimmed = UnicodeForm.Composed(text?.Trim() ?? "");
        return trimmed.Length == 0 ? default : new FieldValue(FieldValueKind.Text, 0, default, trimmed);
    }

    /// <summary>A value of any type that is known; null for another type.</summary>
    public static FieldValue? Of(object? value) => value switch
    {
        null or DBNull => Missing,
        string text => OfText(text),
        bool truth => OfTruth(truth),
        double number => OfNumber(number),
        float number => OfSingle(number),
        int number => OfNumber(number),
        long number => OfNumber(number),
        decimal number => OfNumber((double)number),
        DateTime date => OfDate(date),
        DateOnly day => OfDay(day),
        DateTimeOffset moment => OfMoment(moment),
        char letter => OfText(letter.ToString()),
        Enum or Guid => OfText(value.ToString()),
        ReadOnlyMemory<char> letters => OfText(letters.ToString()),
        Half number => OfNumber((double)number),
        sbyte or byte or short or ushort or uint or ulong =>
            OfNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };
}

/// <summary>What a value is.</summary>
internal enum FieldValueKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A date and a time of day.</summary>
    Date,

    /// <summary>True or false.</summary>
    Truth,
}
