using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Denpa.Tables;

/// <summary>A column of a view, as the fields that each row has of it: one, or of a vector as many as it is long.</summary>
internal abstract class ViewColumn
{
    private protected ViewColumn(DataViewSchema.Column source, int length)
    {
        Source = source;
        Values = new FieldValue[length];
    }

    /// <summary>The column.</summary>
    public DataViewSchema.Column Source { get; }

    /// <summary>The fields of the row that was read last.</summary>
    public FieldValue[] Values { get; }

    /// <summary>Gets ready to read from a source of values.</summary>
    public abstract void Open(ValueSource values);

    /// <summary>Reads the fields of the row that the source is at.</summary>
    public abstract void Read();
}

/// <summary>A column of single values.</summary>
/// <param name="source">The column.</param>
/// <param name="convert">What a value is to a table.</param>
internal sealed class ScalarColumn<T>(DataViewSchema.Column source, Func<T, FieldValue> convert) : ViewColumn(source, length: 1)
{
    private ValueGetter<T>? getter;
    private T value = default!;

    public override void Open(ValueSource values) => getter = values.GetterOf<T>(Source);

    public override void Read()
    {
        getter!(ref value);
        Values[0] = convert(value);
    }
}

/// <summary>A column of vectors of one length.</summary>
/// <param name="source">The column.</param>
/// <param name="length">Their length.</param>
/// <param name="convert">What an element is to a table.</param>
internal sealed class VectorColumn<T>(DataViewSchema.Column source, int length, Func<T, FieldValue> convert) : ViewColumn(source, length)
{
    private ValueGetter<VBuffer<T>>? getter;
    private VBuffer<T> vector;

    public override void Open(ValueSource values) => getter = values.GetterOf<VBuffer<T>>(Source);

    public override void Read()
    {
        getter!(ref vector);
        if (vector.Length != Values.Length)
        {
            // Only what its type says nothing of could be: a vector that is not there.
            Array.Clear(Values);
            return;
        }

        ReadOnlySpan<T> elements = vector.GetValues();
        ReadOnlySpan<int> places = vector.GetIndices();
        if (!vector.IsDense) Array.Fill(Values, convert(default!));
        for (int i = 0; i < elements.Length; i++) Values[vector.IsDense ? i : places[i]] = convert(elements[i]);
    }
}

/// <summary>
/// A column of a data frame, which knows what is missing. Asked as a view it says 0 for a missing whole number, false for a missing
/// truth, the year 1 for a missing date, and the number of a letter for the letter.
/// </summary>
/// <param name="source">The column as the view has it.</param>
/// <param name="column">The column.</param>
internal sealed class FrameColumn(DataViewSchema.Column source, DataFrameColumn column) : ViewColumn(source, length: 1)
{
    private ValueSource? row;

    public override void Open(ValueSource values) => row = values;

    public override void Read() => Values[0] = ViewValues.Of(column[row!.Position]);
}
