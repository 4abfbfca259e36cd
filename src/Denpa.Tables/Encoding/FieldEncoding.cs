using System.Text;

namespace Denpa.Tables;

/// <summary>Turns a value of a column into its inputs, which are zeros before: to the bits that a table's field becomes.</summary>
internal delegate void FieldEncoding(FieldValue value, Span<double> inputs, EncodingReport? report);

/// <summary>What the encodings of single values have in common.</summary>
internal static class FieldEncodings
{
    /// <summary>What errors say in the place of a file.</summary>
    public const string Place = "row";

    private const int ShortText = 256;

    /// <summary>Whether a value is missing in a column of whatever kind, or in one of numbers or dates.</summary>
    public static bool IsMissing(this MissingValues missing, FieldValue value, bool amongNumbers)
    {
        if (value.Kind == FieldValueKind.Missing) return true;
        bool canBe = value.Kind == FieldValueKind.Text || (value.Kind == FieldValueKind.Number && missing.HaveNumbers);
        return canBe && IsMissingText(missing, value, amongNumbers);
    }

    /// <summary>Reads a value's text in UTF-8.</summary>
    public static TResult ReadUtf8<TResult>(this FieldValue value, Func<ReadOnlySpan<byte>, TResult> read)
    {
        string text = value.Text;
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> buffer = most <= ShortText ? stackalloc byte[ShortText] : new byte[most];
        return read(buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }

    // Apart, since what a lambda captures is allocated where its method begins.
    private static bool IsMissingText(MissingValues missing, FieldValue value, bool amongNumbers) =>
        value.ReadUtf8(text => amongNumbers ? missing.ContainAmongNumbers(text) : missing.Contain(text));

    public static TableException Refusal(string column, FieldValue value, string problem) =>
        new(Place, null, null, $"{Quoted.Text(value.Text)} in column {Quoted.Text(column)} {problem}");
}
