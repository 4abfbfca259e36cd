using System.Text.Unicode;
using Parquet;
using Parquet.Schema;

namespace Denpa.Tables;

/// <summary>Bytes that nothing says are text; older writers leave that to whoever reads it.</summary>
/// <param name="field">What the file says of the column.</param>
internal sealed class BytesColumn(DataField field) : ValueColumn(field)
{
    private byte[]?[] values = [];

    public override bool IsNumber => false;

    public override ValueTask ReadAsync(ParquetRowGroupReader group, int rows) =>
        group.ReadAsync(Field, (values = new byte[]?[rows]).AsMemory());

    public override bool TryWrite(int row, Span<byte> scratch, out ReadOnlySpan<byte> text)
    {
        text = values[row];
        return Utf8.IsValid(text);
    }
}
