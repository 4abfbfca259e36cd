using Microsoft.ML;

namespace Denpa.Tables;

/// <summary>Makes tables of ML.NET's data views and of data frames, to train on.</summary>
public static class DataViewTable
{
    /// <summary>
    /// Reads a view to its end. The table is understood as that of a file with the same content: single numbers as they are written,
    /// keys as what they stand for, durations in seconds, NaN and what a data frame has no value for as missing, and a vector as a
    /// column for each slot, <c>column.slot</c>. Hidden columns are left out, and those whose values are none of these.
    /// </summary>
    /// <param name="view">The view, such as a <c>DataFrame</c>.</param>
    /// <param name="name">What stands for a file's path in messages.</param>
    /// <exception cref="TableException">There are no rows, no columns of values, or two columns have one name.</exception>
    public static Table Read(IDataView view, string name = ViewColumns.Place)
    {
        ArgumentNullException.ThrowIfNull(view);
        IReadOnlyList<ViewField> fields = new ViewColumns(view).Fields;
        if (fields.Count == 0)
            throw new TableException(name, null, null, $"has no columns of values — {ViewValues.Cure}");
        TableColumns<ViewCursor> columns = new();
        foreach (ViewField field in fields)
        {
            if (columns.Names.Contains(field.Name))
                throw new TableException(name, null, null, $"two columns are named {Quoted.Text(field.Name)} — rename one");
            columns.Text(field.Name, _ => field.Value.Text);
        }

        using ViewCursor cursor = new(view, fields);
        return Table.From(RowsOf(cursor), columns, name);
    }

    private static IEnumerable<ViewCursor> RowsOf(ViewCursor cursor)
    {
        while (cursor.MoveNext()) yield return cursor;
    }
}
