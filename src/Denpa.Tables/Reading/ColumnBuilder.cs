namespace Denpa.Tables;

/// <summary>Gathers a column's fields, one after the other, in one growing buffer.</summary>
internal sealed class ColumnBuilder
{
    private byte[] text = [];
    private int[] ends = [];
    private int count;
    private int length;

    /// <summary>Adds a field; false when the column would hold more bytes than one buffer can.</summary>
    public bool TryAppend(ReadOnlySpan<byte> field)
    {
        if (length + (long)field.Length > Array.MaxLength) return false;
        if (text.Length - length < field.Length) Array.Resize(ref text, Grown(text.Length, length + field.Length));
        if (count == ends.Length) Array.Resize(ref ends, Grown(ends.Length, count + 1));
        field.CopyTo(text.AsSpan(length));
        length += field.Length;
        ends[count++] = length;
        return true;
    }

    public Column ToColumn(int index, bool mayUseDecimalComma)
    {
        Array.Resize(ref ends, count);
        Array.Resize(ref text, length);
        return new Column("", index, text, ends, first: 0, mayUseDecimalComma);
    }

    private static int Grown(int size, int needed) => (int)Math.Min(Math.Max(needed, size + (long)size / 2 + 16), Array.MaxLength);
}
