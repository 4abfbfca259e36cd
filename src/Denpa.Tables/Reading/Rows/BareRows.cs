using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    private const int UsualEndsOfBlock = 12;

    /// <summary>The text of so many fields stays in a core's nearest cache.</summary>
    private const int FieldsOfBatch = 1 << 11;

    private readonly byte delimiter = (byte)rows.Shape.Delimiter;
    private readonly byte otherMark = rows.Shape.Delimiter == ',' ? (byte)'.' : (byte)',';

    /// <summary>Where the fields of a batch end, behind the end of the field before them.</summary>
    private readonly int[] ends = new int[1 + Math.Max(FieldsOfBatch, rows.Shape.Width) + BlockLength];

    // What was seen of the text on the way.
    private int lineFeeds;
    private bool hasReturns;
    private bool isAscii;
    private bool isBare;

    /// <summary>Adds all rows of a text that ends with a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineBreaks">The ends of lines in it.</param>
    /// <returns>False when it is left to the CSV reader; some rows may have been added then.</returns>
    public bool TryAppend(ReadOnlySpan<byte> text, out int lineBreaks)
    {
        lineBreaks = 0;
        if (!Delimiters.Contains(rows.Shape.Delimiter) || rows.Shape.Missing.HaveNumbers) return false;
        if (text.IsEmpty || text[^1] != (byte)'\n') return false;
        (lineFeeds, hasReturns, isAscii, isBare) = (0, false, true, true);
        if (!TryAppendRows(text, out int count)) return false;

        // As many line feeds as rows, and one at each row's end: none stands between a row's fields.
        if (count != lineFeeds || !(isAscii || RecordChecks.AreBytesGood(text, rows.Shape))) return false;
        lineBreaks = hasReturns ? ChunkParser.CountLineBreaks(text) : text[0] == (byte)'\n' ? lineFeeds + 1 : lineFeeds;
        return true;
    }

    private bool TryAppendRows(ReadOnlySpan<byte> text, out int added)
    {
        int width = rows.Columns.Length;
        added = 0;

        // A text that begins where the first row ends begins with the end of its line.
        int start = text[0] == (byte)'\n' ? 1 : text.StartsWith("\r\n"u8) ? 2 : 0;
        (int position, int count, int line) = (start, 0, start == 0 ? 1 : 2);
        ends[0] = start - 1;
        while (position < text.Length || count > 0)
        {
            count = FindEnds(text, ref position, count);
            if (!isBare) return false;
            int height = count / width;
            if (position < text.Length && height > BareDecimals.Count) height -= height % BareDecimals.Count;
            if (height == 0 || !TryAppendBatch(text, height)) return false;
            for (int row = 0; row < height; row++) rows.EndRow(line++);
            added += height;
            count -= height * width;
            Array.Copy(ends, height * width, ends, 0, 1 + count);
        }

        return true;
    }

    /// <summary>Adds to so many ends as many more as there is room for, and notes what else there is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int FindEnds(ReadOnlySpan<byte> text, ref int position, int count)
    {
        if (position >= text.Length) return count;
        (int[]? places, int next) = (ends, position);
        int lastBlock = position + (text.Length - position) / BlockLength * BlockLength;
        Vector512<byte> lastLetters = FillUp(text[lastBlock..]);
        (Vector512<byte> seen, Vector512<byte> returns, Vector512<byte> strange, int feeds) =
            (Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero, 0);
        for (; next < text.Length && count < places.Length - BlockLength; next += BlockLength)
        {
            Vector512<byte> letters = next == lastBlock ? lastLetters : Vector512.Create(text.Slice(next, BlockLength));
            ulong areFeeds = Vector512.Equals(letters, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
            ulong areDelimiters = Vector512.Equals(letters, Vector512.Create(delimiter)).ExtractMostSignificantBits();
            seen |= letters;
            returns |= Vector512.Equals(letters, Vector512.Create((byte)'\r'));
            strange |= Vector512.Equals(letters, Vector512.Create((byte)'"')) | Vector512.Equals(letters, Vector512<byte>.Zero);
            feeds += BitOperations.PopCount(areFeeds);
            count = Add(areFeeds | areDelimiters, next, places, count);
        }

        position = next;
        lineFeeds += feeds;
        hasReturns |= returns != Vector512<byte>.Zero;
        isAscii &= seen.ExtractMostSignificantBits() == 0;
        isBare &= strange == Vector512<byte>.Zero;
        return count;
    }

    /// <summary>The last letters of a text, with spaces behind them.</summary>
    private static Vector512<byte> FillUp(ReadOnlySpan<byte> letters)
    {
        Span<byte> block = stackalloc byte[BlockLength];
        block.Fill((byte)' ');
        letters.CopyTo(block);
        return Vector512.Create<byte>(block);
    }

    /// <summary>Adds the places of a block's bits. The usual number of them is written without a look at which are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Add(ulong bits, int position, int[] places, int count)
    {
        int found = BitOperations.PopCount(bits);
        Span<int> next = places.AsSpan(count + 1, BlockLength);
        for (int i = 0; i < UsualEndsOfBlock; i++, bits &= bits - 1) next[i] = position + BitOperations.TrailingZeroCount(bits);
        for (int i = UsualEndsOfBlock; bits != 0; i++, bits &= bits - 1) next[i] = position + BitOperations.TrailingZeroCount(bits);
        return count + found;
    }

    private bool TryAppendBatch(ReadOnlySpan<byte> text, int height)
    {
        ColumnBuilder[] columns = rows.Columns;
        int last = columns.Length - 1;
        for (int i = 0; i < last; i++)
            if (!TryAppendFields(text, i, height, columns[i], delimiter)) return false;
        return TryAppendFields(text, last, height, columns[last], (byte)'\n');
    }

    /// <summary>Adds a column's fields, which all end with the same character.</summary>
    private bool TryAppendFields(ReadOnlySpan<byte> text, int index, int height, ColumnBuilder column, byte endLetter)
    {
        int width = rows.Columns.Length;
        for (int row = 0; row < height;)
        {
            row += AppendFours(text, index + row * width, height - row, column, endLetter);
            int next = Math.Min(height, row + BareDecimals.Count);
            if (!TryAppendOneByOne(text, index + row * width, next - row, column, endLetter)) return false;
            row = next;
        }

        return true;
    }

    /// <summary>Adds fields four at a time as long as all four are plain decimals.</summary>
    /// <returns>How many it added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int AppendFours(ReadOnlySpan<byte> text, int index, int height, ColumnBuilder column, byte endLetter)
    {
        if (!BareDecimals.IsSupported || !column.TryMakeRoom(height, out Span<long> digits, out Span<byte> decimals)) return 0;
        ReadOnlySpan<int> places = ends.AsSpan(index);
        (int width, byte mark, int row) = (rows.Columns.Length, column.Mark, 0);
        for (; row <= height - BareDecimals.Count; row += BareDecimals.Count)
        {
            ReadOnlySpan<int> four = places[(row * width)..];
            if (endLetter == (byte)'\n' && !AreLineEnds(text, four, width)) break;
            if (!BareDecimals.TryRead(text, four, width, mark, out Vector256<long> units, out uint counts)) break;
            units.CopyTo(digits[row..]);
            MemoryMarshal.Write(decimals[row..], counts);
        }

        column.Take(row);
        return row;
    }

    private static bool AreLineEnds(ReadOnlySpan<byte> text, ReadOnlySpan<int> places, int step)
    {
        for (int i = 0; i < BareDecimals.Count; i++)
            if (text[places[i * step + 1]] != (byte)'\n') return false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private bool TryAppendOneByOne(ReadOnlySpan<byte> text, int index, int height, ColumnBuilder column, byte endLetter)
    {
        int[] places = ends;
        int width = rows.Columns.Length;
        byte mark = otherMark;
        for (int row = 0; row < height; row++, index += width)
        {
            int start = places[index] + 1;
            int end = places[index + 1];
            if (text[end] != endLetter) return false;
            if (endLetter == (byte)'\n' && end > start && text[end - 1] == (byte)'\r') end--;
            if (BareDecimal.TryRead(text, start, end, mark, out long units, out int decimals)
                && column.TryAppend(units, decimals, decimals > 0 ? text[end - 1 - decimals] : (byte)0))
            {
                continue;
            }

            if (!TryAppendField(text[start..end], column)) return false;
        }

        return true;
    }

    /// <summary>Adds any field. That of a single column may be a blank line, and a carriage return may end one.</summary>
    private bool TryAppendField(ReadOnlySpan<byte> field, ColumnBuilder column)
    {
        ReadOnlySpan<byte> trimmed = field.Trim(" \t"u8);
        if (field.Contains((byte)'\r') || (trimmed.IsEmpty && rows.Columns.Length == 1)) return false;
        column.Append(trimmed);
        return true;
    }
}
