using System.Text;
using CsvHelper;

namespace Denpa.Tables;

/// <summary>
/// Finds the delimiter: the candidate that cuts most of the first rows into equally many fields, few of which hold another
/// candidate. A comma within a number is a decimal comma, and speaks for the others. A first line such as <c>sep=;</c>, which
/// spreadsheets write, decides it.
/// </summary>
internal static class DelimiterDetection
{
    private const string Candidates = ",;\t|";
    private const int SampleInBytes = 1 << 16;
    private const int RecordsSampled = 100;

    /// <summary>The delimiter, and the length of the line that names it, with its end; zero where there is none.</summary>
    public static (char Delimiter, int HintLength) Detect(ReadOnlyMemory<byte> text)
    {
        if (Hint(text.Span) is { } hint) return hint;
        ReadOnlyMemory<byte> sample = text[..Math.Min(text.Length, SampleInBytes)];
        if (sample.Length < text.Length && sample.Span.LastIndexOf((byte)'\n') is var end and >= 0) sample = sample[..(end + 1)];
        (char Delimiter, double Score) best = (Delimiter: Candidates[0], Score: 0.0);
        foreach (char candidate in Candidates)
        {
            double score = Score(sample, candidate);
            if (score > best.Score) best = (candidate, score);
        }

        return (best.Score == 0 && AreSpaced(sample) ? ' ' : best.Delimiter, 0);
    }

    private static (char Delimiter, int Length)? Hint(ReadOnlySpan<byte> text)
    {
        if (text.Length < 5 || !Ascii.EqualsIgnoreCase(text[..4], "sep="u8) || text[4] is (byte)'\r' or (byte)'\n' or > 127) return null;
        ReadOnlySpan<byte> rest = text[5..];
        return
            rest.IsEmpty ? ((char)text[4], 5)
            : rest[0] == (byte)'\n' ? ((char)text[4], 6)
            : rest.StartsWith("\r\n"u8) ? ((char)text[4], 7)
            : null;
    }

    /// <summary>The share of rows as wide as the first, times the share of fields that hold no other candidate.</summary>
    private static double Score(ReadOnlyMemory<byte> sample, char candidate)
    {
        CsvReaderOptions settings = new() { Separator = candidate, Encoding = Encoding.UTF8, HasHeader = false, TrimWhitespace = true };
        using CsvReader csv = CsvReader.Create(sample, settings);
        (int rows, int fields, int width, int even, int clean) = (0, 0, 0, 0, 0);
        for (; rows < RecordsSampled && csv.Read(); rows++)
        {
            if (rows == 0) width = csv.FieldCount;
            if (width < 2) return 0;
            if (csv.FieldCount == width) even++;
            fields += csv.FieldCount;
            for (int i = 0; i < csv.FieldCount; i++)
                if (IsClean(csv.GetSpan(i), candidate)) clean++;
        }

        return rows == 0 ? 0 : (double)even / rows * clean / fields;
    }

    /// <summary>
    /// Whether runs of spaces cut every one of the first rows into equally many fields, and a column has only numbers below the first.
    /// </summary>
    private static bool AreSpaced(ReadOnlyMemory<byte> sample)
    {
        using MemoryStream tabbed = new();
        using (SpacedStream spaced = new(new MemoryStream(sample.ToArray()))) spaced.CopyTo(tabbed);
        CsvReaderOptions settings = new() { Separator = '\t', Encoding = Encoding.UTF8, HasHeader = false };
        using CsvReader csv = CsvReader.Create(new ReadOnlyMemory<byte>(tabbed.ToArray()), settings);
        bool[] areNumbers = [];
        int rows = 0;
        for (; rows < RecordsSampled && csv.Read(); rows++)
        {
            if (rows == 0) areNumbers = [.. Enumerable.Repeat(true, csv.FieldCount)];
            if (csv.FieldCount != areNumbers.Length || csv.FieldCount < 2) return false;
            if (rows == 0) continue;
            for (int i = 0; i < areNumbers.Length; i++)
                areNumbers[i] &= NumberText.Read(csv.GetSpan(i), NumberFormat.Plain, out _) == NumberReading.Number;
        }

        return rows > 1 && areNumbers.Contains(true);
    }

    private static bool IsClean(ReadOnlySpan<byte> field, char candidate)
    {
        foreach (char other in Candidates)
            if (other != candidate && field.Contains((byte)other) && !IsDecimalComma(field, candidate)) return false;
        return true;
    }

    private static bool IsDecimalComma(ReadOnlySpan<byte> field, char candidate) =>
        candidate != ',' && NumberText.Read(field, NumberFormat.DecimalComma, out _) == NumberReading.Number;
}
