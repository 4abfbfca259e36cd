using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>Classes to tell apart.</summary>
public sealed record ClassTarget : TargetSchema
{
    /// <summary>The classes' names in order; a label is an index into them. At least two.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Whether the classes are numbers, and compared as numbers.</summary>
    public required bool IsNumeric { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override TableTask Task => TableTask.Classification;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int OutputCount => Classes.Count == 2 ? 1 : Classes.Count;

    internal override bool AreNumbers => IsNumeric;

    internal override string? Flaw =>
        Classes.Count < 2 ? "it must have two classes or more" : ValueKeys.AreDistinct(Classes) ? null : "its classes must differ";

    internal static ClassTarget Of(TableUnderstanding understanding)
    {
        ColumnUnderstanding target = understanding.Target;
        return understanding.Task == TableTask.Classification
            ? new ClassTarget { Name = target.Name, Classes = understanding.Classes, IsNumeric = target.IsNumeric }
            : throw new InvalidOperationException($"the target {Quoted.Text(target.Name)} is a number to predict and has no classes");
    }

    internal long[] EncodeLabels(Table table, ReadOnlySpan<int> rows)
    {
        Column column = table[Name];
        ValueIndex classes = new(Classes, IsNumeric);
        long[] labels = new long[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            if (column.IsMissing(rows[i], IsNumeric)) throw NoValue(table, column, rows[i]);
            labels[i] = classes.Find(column, rows[i]) is var label and >= 0 ? label : throw UnknownClass(table, column, rows[i]);
        }

        return labels;
    }

    private TableException UnknownClass(Table table, Column column, int row)
    {
        string field = $"{Quoted.Text(column[row])} in column {Quoted.Text(Name)}";
        string classes = Quoted.List(Classes, shown: 10);
        return table.Problem(row, column, $"{field} is none of the classes of training: {classes} — correct it, or leave the row out");
    }

    internal static TableException NoValue(Table table, Column column, int row) =>
        table.Problem(row, column, $"the target column {Quoted.Text(column.Name)} has no value here — leave the row out");
}
