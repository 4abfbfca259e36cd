using System.Text;

namespace Denpa.Tables;

/// <summary>
/// What stands for a value that is not there. In any column: an empty field and, unless quoted, NA, na, N/A and null in any case, and a
/// question mark; "Na" is none of them: it is sodium. Among numbers and dates also what programs and people write there, which could
/// be a text elsewhere. What is listed takes the place of the former and is added to the latter.
/// </summary>
internal sealed class MissingValues
{
    private static readonly HashSet<string> AmongNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "na", "n.a.", "n.a", "#n/a", "#na", "<na>", "#n/a n/a", "none", "(none)", "<none>", "nan", "-nan", "+nan", "1.#ind", "-1.#ind",
        "1.#qnan", "-1.#qnan", "nat", "nil", "null", "(null)", "<null>", "\\n", "missing", "(missing)", "unknown", "undefined", "blank",
        "(blank)", "-", "--", "---", ".", "..", "...", "*", "**", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!",
        "–", "—", "―", "－", "−", "‐", "ー", "…", "‥", "…", "・", "*", "＊", "？", "／", "/", "なし", "無し", "無", "不明", "未定", "未記入",
        "未回答", "未測定", "欠損", "欠測", "欠", "該当なし", "データなし", "空白",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LookUp =
        AmongNumbers.GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestAmongNumbers = 16;

    private readonly byte[][]? listed;
    private readonly double[] numbers = [];

    /// <param name="listed">The texts that stand for missing; null for the usual ones.</param>
    public MissingValues(IReadOnlyList<string>? listed)
    {
        if (listed is null) return;
        this.listed = [.. listed.Select(text => Encoding.UTF8.GetBytes(UnicodeForm.Composed(text)))];
        numbers = [.. this.listed.Select(NumberOf).OfType<double>()];
    }

    /// <summary>The usual ones.</summary>
    public static MissingValues Usual { get; } = new(listed: null);

    /// <summary>Whether a number stands for missing: then no field that looks like one can be taken without a look at it.</summary>
    public bool HaveNumbers => numbers.Length > 0;

    /// <summary>Whether a field is missing in a column of whatever kind.</summary>
    /// <param name="field">The text.</param>
    /// <param name="isQuoted">Whether it stood in quotes.</param>
    public bool Contain(ReadOnlySpan<byte> field, bool isQuoted = false) =>
        field.IsEmpty || (listed is null ? !isQuoted && IsUsual(field) : IsListed(field));

    /// <summary>Whether a field is missing in a column of numbers or dates, quoted or not.</summary>
    public bool ContainAmongNumbers(ReadOnlySpan<byte> field) => field.IsEmpty || IsUsual(field) || IsListed(field) || IsAmongNumbers(field);

    private static bool IsUsual(ReadOnlySpan<byte> field) => field.Length switch
    {
        1 => field[0] == (byte)'?',
        2 => field.SequenceEqual("NA"u8) || field.SequenceEqual("na"u8),
        3 => Ascii.EqualsIgnoreCase(field, "n/a"u8),
        4 => Ascii.EqualsIgnoreCase(field, "null"u8),
        _ => false,
    };

    private static bool IsAmongNumbers(ReadOnlySpan<byte> field)
    {
        if (field.Length > LongestAmongNumbers || (field[0] is >= (byte)'0' and <= (byte)'9' && field[0] != (byte)'1')) return false;
        Span<char> letters = stackalloc char[LongestAmongNumbers];
        return LookUp.Contains(letters[..Encoding.UTF8.GetChars(field, letters)].Trim());
    }

    private bool IsListed(ReadOnlySpan<byte> field)
    {
        if (listed is null) return false;
        foreach (byte[] text in listed)
            if (field.SequenceEqual(text)) return true;
        return HaveNumbers && NumberOf(field) is { } number && numbers.Contains(number);
    }

    private static double? NumberOf(byte[] field) => NumberOf(field.AsSpan());

    private static double? NumberOf(ReadOnlySpan<byte> field) =>
        NumberText.Read(field, NumberFormat.Plain, out double number) == NumberReading.Number ? number : null;
}
