using Parquet;
using Parquet.Schema;

namespace Denpa.Tables;

/// <summary>Values of a type of which each has a text.</summary>
/// <param name="field">What the file says of the column.</param>
/// <param name="isNumber">Whether the values are numbers.</param>
/// <param name="write">Writes a value's text and returns its length.</param>
internal sealed class ScalarColumn<T>(DataField field, bool isNumber, Func<T, Span<byte>, int> write) : ValueColumn(field)
    where T : struct
{
    private T[] values = [];
    private T?[] optional = [];

    public override bool IsNumber => isNumber;

    public override ValueTask ReadAsync(ParquetRowGroupReader group, int rows)
    {
        if (Field.IsNullable) return group.ReadAsync<T>(Field, (optional = new T?[rows]).AsMemory());
        return group.ReadAsync<T>(Field, (values = new T[rows]).AsMemory());
    }

    public override bool TryWrite(int row, Span<byte> scratch, out ReadOnlySpan<byte> text)
    {
        T? value = Field.IsNullable ? optional[row] : values[row];
        text = value is { } present ? scratch[..write(present, scratch)] : [];
        return true;
    }
}
