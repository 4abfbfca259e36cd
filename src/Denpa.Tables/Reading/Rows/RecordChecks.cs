using System.Text.Unicode;
using CsvHelper;

namespace Denpa.Tables;

/// <summary>Refuses a record that leaves its fields in doubt, with its line and field.</summary>
internal static class RecordChecks
{
    /// <summary>
    /// What stands for bytes that are not of the file's encoding once it has become UTF-8: U+FFFF, which is no character.
    /// </summary>
    public const string Undecodable = "\uFFFF";

    private static ReadOnlySpan<byte> UndecodableUtf8 => "\uFFFF"u8;

    /// <summary>Whether a text has nothing that <see cref="CheckBytes"/> refuses.</summary>
    public static bool AreBytesGood(ReadOnlySpan<byte> text, RowShape shape) => !text.Contains((byte)0) && IsDecodable(text, shape);

    public static void CheckBytes(CsvReader csv, RowShape shape, int line)
    {
        if (AreBytesGood(csv.RawRecord, shape)) return;
        if (FindField(csv, static raw => raw.Contains((byte)0)) is { } nul)
        {
            throw new TableException(
                shape.Path, line, nul, $"holds a NUL byte, so it is no text — give a CSV file, in {shape.EncodingName}");
        }

        int? field = FindField(csv, raw => !IsDecodable(raw, shape));
        string cure = shape.IsUtf8 ? "save the file as UTF-8" : "name the encoding it was saved in";
        string problem = $"holds bytes that are not {shape.EncodingName} — {cure}";
        throw new TableException(shape.Path, line, field, problem) { IsUndecodable = true };
    }

    /// <summary>A quote inside a bare field is text, as in 6" pipe; any other misplaced quote leaves the fields in doubt.</summary>
    public static void CheckQuotes(CsvReader csv, RowShape shape, int line, CsvMalformedReason? malformed)
    {
        if (malformed is not { } reason) return;
        if (reason == CsvMalformedReason.UnterminatedQuote)
            throw new TableException(shape.Path, line, csv.FieldCount, "the quote that opens here is never closed — close it");
        if (FindField(csv, HoldsTextAfterQuote) is { } field)
            throw new TableException(shape.Path, line, field, "text follows a closing quote — double a quote that is meant as text");
    }

    public static void CheckWidth(CsvReader csv, RowShape shape, int line)
    {
        if (csv.FieldCount == shape.Width) return;

        // A delimiter at the end of a line says nothing.
        if (csv.FieldCount == shape.Width + 1 && csv.GetSpan(shape.Width).IsEmpty && csv.FieldCount > 2) return;
        if (csv.FieldCount == shape.Width - 1 && shape.HasEmptyEnd && shape.Width > 2) return;
        int field = Math.Min(csv.FieldCount, shape.Width + 1);
        string fields = csv.FieldCount == 1 ? "1 field" : $"{csv.FieldCount} fields";
        string delimiter = TableFormat.NameOf(shape.Delimiter);
        string cure = $"give every row the same number, and quote a field that holds a {delimiter}";
        throw new TableException(shape.Path, line, field, $"the row has {fields} where the first row has {shape.Width} — {cure}");
    }

    private static bool HoldsTextAfterQuote(ReadOnlySpan<byte> raw)
    {
        ReadOnlySpan<byte> field = raw.Trim(" \t"u8);
        if (!field.StartsWith("\""u8)) return false;
        ReadOnlySpan<byte> inside = field[1..];
        while (inside.IndexOf((byte)'"') is var quote and >= 0)
        {
            if (quote == inside.Length - 1) return false;
            if (inside[quote + 1] != (byte)'"') return true;
            inside = inside[(quote + 2)..];
        }

        return true;
    }

    private static bool IsDecodable(ReadOnlySpan<byte> text, RowShape shape) =>
        shape.IsUtf8 ? Utf8.IsValid(text) : text.IndexOf(UndecodableUtf8) < 0;

    private static int? FindField(CsvReader csv, Func<ReadOnlySpan<byte>, bool> isWanted)
    {
        for (int i = 0; i < csv.FieldCount; i++)
            if (isWanted(csv.GetRawSpan(i))) return i + 1;
        return null;
    }
}
