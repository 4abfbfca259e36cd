using Microsoft.ML;
using Microsoft.ML.Data;

namespace Denpa.Tables.Tests.DataViews;

/// <summary>A view of columns in memory, which notes what it is asked for.</summary>
internal sealed class SmallView : IDataView
{
    private readonly DataViewSchema.Builder builder = new();
    private readonly List<Array> columns = [];

    public DataViewSchema Schema => builder.ToSchema();

    public bool CanShuffle => false;

    /// <summary>The names of the columns that the latest cursor was asked for.</summary>
    public string[] Asked { get; private set; } = [];

    public int Cursors { get; private set; }

    public SmallView Add<T>(string name, DataViewType type, params T[] values)
    {
        builder.AddColumn(name, type);
        columns.Add(values);
        return this;
    }

    /// <summary>Adds a column with an annotation that has a value for each key or slot.</summary>
    public SmallView Add<T, TNote>(string name, DataViewType type, T[] values, string annotation, PrimitiveDataViewType kind, TNote[] notes)
    {
        DataViewSchema.Annotations.Builder annotations = new();
        ValueGetter<VBuffer<TNote>> getter = (ref VBuffer<TNote> value) => value = new VBuffer<TNote>(notes.Length, notes);
        annotations.Add(annotation, new VectorDataViewType(kind, notes.Length), getter);
        builder.AddColumn(name, type, annotations.ToAnnotations());
        columns.Add(values);
        return this;
    }

    public static ReadOnlyMemory<char>[] Texts(params string[] texts) => [.. texts.Select(text => text.AsMemory())];

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        Cursors++;
        Asked = [.. columnsNeeded.Select(column => column.Name)];
        return new Cursor(this);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(SmallView view) : DataViewRowCursor
    {
        private int position = -1;

        public override DataViewSchema Schema => view.Schema;

        public override long Position => position;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => view.Asked.Contains(column.Name);

        public override bool MoveNext() => ++position < view.columns[0].Length;

        public override ValueGetter<DataViewRowId> GetIdGetter() => throw new NotSupportedException();

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column)) throw new InvalidOperationException($"column {column.Name} was not asked for");
            TValue[] values = (TValue[])view.columns[column.Index];
            return (ref TValue value) => value = values[position];
        }
    }
}
