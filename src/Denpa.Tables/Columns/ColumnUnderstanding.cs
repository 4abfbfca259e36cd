namespace Denpa.Tables;

/// <summary>A value and the number of rows that hold it.</summary>
/// <param name="Value">The value's text; a number's is its shortest.</param>
/// <param name="Count">The number of rows.</param>
public readonly record struct ValueCount(string Value, int Count);

/// <summary>What a column was taken for, and why.</summary>
public sealed record ColumnUnderstanding
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The column's position in the file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What its values are.</summary>
    public required ColumnKind Kind { get; init; }

    /// <summary>What it is used for.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>Why it was taken so, and what becomes of it; a phrase for people.</summary>
    public required string Reason { get; init; }

    /// <summary>The number of rows that hold no value.</summary>
    public required int MissingCount { get; init; }

    /// <summary>Whether its values are numbers, whatever the kind.</summary>
    public required bool IsNumeric { get; init; }

    /// <summary>
    /// The different values of yes/no, category and class columns with their counts over all rows: numbers ascending, texts in
    /// ordinal order, of two values the one that means no first. Empty for other kinds.
    /// </summary>
    public IReadOnlyList<ValueCount> Values { get; init; } = [];

    /// <summary>How its numbers are written; null for other kinds.</summary>
    public NumberFormat? Format { get; init; }

    /// <summary>In what order its dates say day and month; null for other kinds.</summary>
    public DateOrder? Order { get; init; }

    /// <summary>Whether it is a target of few whole numbers, which might be classes as well as numbers to predict.</summary>
    public bool FitsEitherTask { get; init; }

    /// <summary>Whether its numbers count the rows from 0 or 1.</summary>
    internal bool CountsRows { get; init; }
}
