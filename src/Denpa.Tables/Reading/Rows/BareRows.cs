using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Denpa.Tables;

/// <summary>
/// Reads rows without any quotes: it finds the ends of some rows' fields, 64 bytes at a time, and then reads those rows column by
/// column. What it cannot be sure of it leaves to the CSV reader, which finds the same rows, or what is wrong with them.
/// </summary>
/// <param name="rows">What the rows are added to.</param>
internal sealed class BareRows(RowGatherer rows)
{
    /// <summary>Characters that cannot be part of a number, nor of the spaces around a field.</summary>
    private const string Delimiters = ",;\t|:";

    private const int BlockLength = 64;

    /// <summary>The text of so many fields stays in a core's nearest cache.</summary>
    private const int FieldsOfBatch = 1 << 11;

    private readonly byte delimiter = (byte)rows.Shape.Delimiter;
    private readonly byte otherMark = rows.Shape.MayUseDecimalComma ? (byte)',' : (byte)'.';

    /// <summary>Where the fields of a batch end, behind the end of the field before them.</summary>
    private readonly int[] ends = new int[1 + Math.Max(FieldsOfBatch, rows.Shape.Width) + BlockLength];

    /// <summary>Adds all rows of a text that ends with a line.</summary>
    /// <returns>False when it is left to the CSV reader; some rows may have been added then.</returns>
    public bool TryAppend(ReadOnlySpan<byte> text)
    {
        if (!Delimiters.Contains(rows.Shape.Delimiter)) return false;
        if (text.IsEmpty || text[^1] != (byte)'\n' || text.Contains((byte)'"')) return false;
        if (!RecordChecks.AreBytesGood(text, rows.Shape)) return false;
        var width = rows.Columns.Length;

        // A text that begins where the first row ends begins with the end of its line.
        var start = text[0] == (byte)'\n' ? 1 : text.StartsWith("\r\n"u8) ? 2 : 0;
        var (position, count, line) = (start, 0, start == 0 ? 1 : 2);
        ends[0] = start - 1;
        while (position < text.Length || count > 0)
        {
            count = FindEnds(text, ref position, count);
            var height = count / width;
            if (height == 0 || !TryAppendBatch(text, height)) return false;
            for (var row = 0; row < height; row++) rows.EndRow(line++);
            count -= height * width;
            Array.Copy(ends, height * width, ends, 0, 1 + count);
        }
        return true;
    }

    /// <summary>Adds to so many ends as many more as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int FindEnds(ReadOnlySpan<byte> text, ref int position, int count)
    {
        var places = ends;
        Span<byte> last = stackalloc byte[BlockLength];
        for (; position < text.Length && count < places.Length - BlockLength; position += BlockLength)
        {
            scoped var block = text[position..];
            if (block.Length < BlockLength)
            {
                last.Clear();
                block.CopyTo(last);
                block = last;
            }
            var letters = Vector512.Create(block);
            var areEnds = Vector512.Equals(letters, Vector512.Create(delimiter)) | Vector512.Equals(letters, Vector512.Create((byte)'\n'));
            for (var bits = areEnds.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                places[++count] = position + BitOperations.TrailingZeroCount(bits);
        }
        return count;
    }

    private bool TryAppendBatch(ReadOnlySpan<byte> text, int height)
    {
        var columns = rows.Columns;
        var last = columns.Length - 1;
        for (var i = 0; i < last; i++)
            if (!TryAppendFields(text, i, height, columns[i], delimiter)) return false;
        return TryAppendFields(text, last, height, columns[last], (byte)'\n');
    }

    /// <summary>Adds a column's fields, which all end with the same character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private bool TryAppendFields(ReadOnlySpan<byte> text, int index, int height, ColumnBuilder column, byte endLetter)
    {
        var places = ends;
        var width = rows.Columns.Length;
        var mark = otherMark;
        for (var row = 0; row < height; row++, index += width)
        {
            var start = places[index] + 1;
            var end = places[index + 1];
            if (text[end] != endLetter) return false;
            if (endLetter == (byte)'\n' && end > start && text[end - 1] == (byte)'\r') end--;
            if (BareDecimal.TryRead(text, start, end, mark, out var units, out var decimals)
                && column.TryAppend(units, decimals, decimals > 0 ? text[end - 1 - decimals] : (byte)0)) continue;
            if (!TryAppendField(text[start..end], column)) return false;
        }
        return true;
    }

    /// <summary>Adds any field. That of a single column may be a blank line, and a carriage return may end one.</summary>
    private bool TryAppendField(ReadOnlySpan<byte> field, ColumnBuilder column)
    {
        var trimmed = field.Trim(" \t"u8);
        if (field.Contains((byte)'\r') || (trimmed.IsEmpty && rows.Columns.Length == 1)) return false;
        column.Append(trimmed);
        return true;
    }
}
