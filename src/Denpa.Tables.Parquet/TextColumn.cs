using System.Text;
using Parquet;
using Parquet.Schema;

namespace Denpa.Tables;

/// <summary>Texts.</summary>
/// <param name="field">What the file says of the column.</param>
internal sealed class TextColumn(DataField field) : ValueColumn(field)
{
    private string?[] values = [];

    public override bool IsNumber => false;

    public override ValueTask ReadAsync(ParquetRowGroupReader group, int rows) =>
        group.ReadAsync(Field, (values = new string?[rows]).AsMemory());

    public override bool TryWrite(int row, Span<byte> scratch, out ReadOnlySpan<byte> text)
    {
        string value = values[row] ?? "";
        text = Encoding.UTF8.TryGetBytes(value, scratch, out int length) ? scratch[..length] : Encoding.UTF8.GetBytes(value);
        return true;
    }
}
