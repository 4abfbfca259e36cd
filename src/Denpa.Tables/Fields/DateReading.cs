namespace Denpa.Tables;

/// <summary>In what order a date of three numbers says day and month.</summary>
public enum DateOrder
{
    /// <summary>The day first: 31/12/2024.</summary>
    DayFirst,

    /// <summary>The month first: 12/31/2024.</summary>
    MonthFirst,
}

/// <summary>A field that can be read as a date, in one way or in two.</summary>
/// <param name="DayFirst">The date when the day comes first, or in whatever order where the field says which is which.</param>
/// <param name="MonthFirst">The date when the month comes first, or likewise.</param>
internal readonly record struct DateReading(DateTime? DayFirst, DateTime? MonthFirst)
{
    /// <summary>Whether the order does not matter.</summary>
    public bool IsSettled => DayFirst == MonthFirst;

    /// <summary>The date in an order; where none is given, the one that leaves no doubt, if it does.</summary>
    public DateTime? In(DateOrder? order) => order switch
    {
        DateOrder.DayFirst => DayFirst,
        DateOrder.MonthFirst => MonthFirst,
        _ => IsSettled ? DayFirst : null,
    };
}
