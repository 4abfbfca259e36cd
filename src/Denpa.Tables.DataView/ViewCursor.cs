using Microsoft.ML;

namespace Denpa.Tables;

/// <summary>Goes through a view once, and asks it for some columns alone.</summary>
internal sealed class ViewCursor : IDisposable
{
    private readonly ViewColumn[] columns;
    private readonly DataViewRowCursor cursor;

    public ViewCursor(IDataView view, IEnumerable<ViewField> fields)
    {
        columns = [.. fields.Select(field => field.Column).Distinct()];
        cursor = view.GetRowCursor(columns.Select(column => column.Source));
        ValueSource row = ValueSource.Of(cursor);
        foreach (ViewColumn column in columns) column.Open(row);
    }

    /// <summary>Reads the next row; false where there is none.</summary>
    public bool MoveNext()
    {
        if (!cursor.MoveNext()) return false;
        foreach (ViewColumn column in columns) column.Read();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => cursor.Dispose();
}
