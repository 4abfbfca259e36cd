namespace Denpa.Tables;

/// <content>A table as a model takes it that knows its columns already.</content>
public sealed partial class TableUnderstanding
{
    /// <summary>Takes a table for what a schema says, whatever its values would tell by themselves.</summary>
    /// <param name="table">A table with the schema's columns, in any order; the others are left out.</param>
    /// <param name="schema">The schema, such as that of a model to train further.</param>
    /// <exception cref="TableException">A column is not there, or a row is of a class that the schema does not know.</exception>
    public static TableUnderstanding Of(Table table, TableSchema schema)
    {
        Dictionary<int, FeatureSchema> features = schema.Features.ToDictionary(feature => table[feature.Name].Index);
        Column target = table[schema.Target.Name];
        ColumnUnderstanding[] columns = new ColumnUnderstanding[table.Columns.Count];
        ParallelLoop.For(columns.Length, i =>
        {
            Column column = table.Columns[i];
            columns[i] =
                column == target ? TargetOf(table, column, schema)
                : features.TryGetValue(column.Index, out FeatureSchema? feature) ? Known(column, feature.Kind, ColumnRole.Feature)
                : FeatureRules.Glance(table, column, "the model does not use it");
        });
        return new TableUnderstanding(table, columns, schema.Target.Task);
    }

    private static ColumnUnderstanding TargetOf(Table table, Column column, TableSchema schema)
    {
        ColumnKind kind = schema.Target.Task == TableTask.Regression ? ColumnKind.Number : ColumnKind.Category;
        ColumnUnderstanding target = Known(column, kind, ColumnRole.Target) with { IsNumeric = schema.Target.AreNumbers };
        if (schema.Target is not ClassTarget classes) return target;
        int[] counts = new int[classes.Classes.Count];
        foreach (long label in classes.EncodeLabels(table, schema.LabelledRows(table))) counts[label]++;
        return target with { Values = [.. classes.Classes.Zip(counts, (name, count) => new ValueCount(name, count))] };
    }

    private static ColumnUnderstanding Known(Column column, ColumnKind kind, ColumnRole role) => new()
    {
        Name = column.Name,
        Index = column.Index,
        Kind = kind,
        Role = role,
        Reason = "as the model takes it",
        MissingCount = column.Image is null ? column.Count - RowsWith(column, kind is ColumnKind.Number or ColumnKind.Date).Length : 0,
        IsNumeric = kind == ColumnKind.Number,
    };
}
