using System.Text;

namespace Denpa.Tables;

/// <summary>A column of a table: its fields as text, in UTF-8, as they were read.</summary>
public sealed class Column
{
    private readonly byte[] text;
    private readonly int[] ends;
    private readonly int first;
    private readonly bool mayUseDecimalComma;
    private bool? usesDecimalComma;

    /// <param name="name">The name, unique in its table.</param>
    /// <param name="index">The position in the file, from 0.</param>
    /// <param name="text">All fields' bytes, one after the other.</param>
    /// <param name="ends">Where each field ends within <paramref name="text"/>.</param>
    /// <param name="first">The field that is row 0.</param>
    /// <param name="mayUseDecimalComma">Whether a comma cannot be the delimiter.</param>
    internal Column(string name, int index, byte[] text, int[] ends, int first, bool mayUseDecimalComma)
    {
        Name = name;
        Index = index;
        this.text = text;
        this.ends = ends;
        this.first = first;
        this.mayUseDecimalComma = mayUseDecimalComma;
    }

    /// <summary>The name, unique in its table.</summary>
    public string Name { get; }

    /// <summary>The position in the file, from 0.</summary>
    public int Index { get; }

    /// <summary>The number of rows.</summary>
    public int Count => ends.Length - first;

    /// <summary>Whether the header row left the name empty, as programs do that write their row numbers first.</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>The size of its images, whose bytes are pixels and no text; null in any other column.</summary>
    public ImageSize? Image { get; init; }

    /// <summary>A field's text.</summary>
    public string this[int row] => Encoding.UTF8.GetString(Utf8(row));

    /// <summary>A field's text in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        var field = first + row;
        var start = field == 0 ? 0 : ends[field - 1];
        return text.AsSpan(start, ends[field] - start);
    }

    /// <summary>Whether a field is missing: empty, NA, N/A, null or ?.</summary>
    public bool IsMissing(int row) => MissingValue.Is(Utf8(row));

    /// <summary>
    /// Whether the column writes its decimals with a comma: only where the delimiter is another character, and more of its
    /// fields are numbers so.
    /// </summary>
    public bool UsesDecimalComma => usesDecimalComma ??= mayUseDecimalComma && MoreNumbersWithComma();

    internal NumberReading ReadNumber(int row, out double value) => NumberText.Read(Utf8(row), UsesDecimalComma, out value);

    internal Column WithoutFirstRow() => new(Name, Index, text, ends, first + 1, mayUseDecimalComma);

    internal Column Named(string name, bool isUnnamed) => new(name, Index, text, ends, first, mayUseDecimalComma) { IsUnnamed = isUnnamed };

    private bool MoreNumbersWithComma()
    {
        var advantage = 0;
        for (var row = 0; row < Count; row++)
        {
            var field = Utf8(row);
            if (field.Contains((byte)',') && NumberText.Read(field, decimalComma: true, out _) != NumberReading.NotANumber) advantage++;
            if (field.Contains((byte)'.') && NumberText.Read(field, decimalComma: false, out _) != NumberReading.NotANumber) advantage--;
        }
        return advantage > 0;
    }
}
