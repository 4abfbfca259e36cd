using Microsoft.ML;

namespace Denpa.Tables;

/// <summary>What holds the values of columns: a row that a cursor moves, or a column's annotations.</summary>
internal abstract class ValueSource
{
    /// <summary>Which row it is at, from 0.</summary>
    public abstract long Position { get; }

    /// <summary>What reads a column's value.</summary>
    public abstract ValueGetter<T> GetterOf<T>(DataViewSchema.Column column);

    /// <summary>A row.</summary>
    public static ValueSource Of(DataViewRow row) => new Row(row);

    /// <summary>A column's annotations.</summary>
    public static ValueSource Of(DataViewSchema.Annotations annotations) => new Notes(annotations);

    private sealed class Row(DataViewRow row) : ValueSource
    {
        public override long Position => row.Position;

        public override ValueGetter<T> GetterOf<T>(DataViewSchema.Column column) => row.GetGetter<T>(column);
    }

    private sealed class Notes(DataViewSchema.Annotations annotations) : ValueSource
    {
        public override long Position => 0;

        public override ValueGetter<T> GetterOf<T>(DataViewSchema.Column column) => annotations.GetGetter<T>(column);
    }
}
