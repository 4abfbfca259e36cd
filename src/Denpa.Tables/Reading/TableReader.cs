using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Denpa.Tables;

/// <summary>Walks the records of a CSV input into columns, and refuses what is no table at the first row that shows it.</summary>
internal sealed class TableReader(string path, TableOptions options)
{
    /// <summary>Longer records are refused: a quote that is never closed would otherwise swallow the rest of any file.</summary>
    private const int LongestRecordInBytes = 16 << 20;

    private readonly List<int> lines = [];
    private ColumnBuilder[] builders = [];
    private CsvMalformedReason? malformed;

    public Table Read(Func<CsvReaderOptions, CsvReader> open)
    {
        try
        {
            using var csv = open(Settings());
            while (csv.Read()) Append(csv);
            if (lines.Count == 0) throw new TableException(path, null, null, "is empty — a table needs column names and rows of values");
            return Assemble(csv.Separator);
        }
        catch (CsvFormatException tooLong)
        {
            var line = tooLong.LineNumber > 0 ? (int)tooLong.LineNumber : lines.LastOrDefault() + 1;
            var problem = $"the row is longer than {LongestRecordInBytes >> 20} MiB — look for a quote that is never closed";
            throw new TableException(path, line, null, problem, tooLong);
        }
        catch (DecoderFallbackException problem)
        {
            var encoding = options.Encoding?.WebName ?? "UTF-8";
            throw new TableException(path, null, null, $"holds bytes that are not {encoding} — name the encoding it was saved in", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new TableException(path, null, null, "cannot be read: " + TableFile.FirstLine(problem), problem);
        }
    }

    private CsvReaderOptions Settings() => new()
    {
        Separator = options.Delimiter,
        Encoding = options.Encoding,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecordInBytes,
        OnMalformedRecord = record => malformed = record.Reason,
    };

    private void Append(CsvReader csv)
    {
        var line = checked((int)csv.LineNumber);
        CheckBytes(csv, line);
        CheckQuotes(csv, line);
        if (lines.Count == 0)
        {
            builders = new ColumnBuilder[csv.FieldCount];
            for (var i = 0; i < builders.Length; i++) builders[i] = new ColumnBuilder();
        }
        else if (csv.FieldCount != builders.Length)
        {
            throw Ragged(csv, line);
        }
        for (var i = 0; i < builders.Length; i++)
            if (!builders[i].TryAppend(csv.GetSpan(i)))
                throw new TableException(path, line, i + 1, "the column holds more than 2 GiB of text — split the file");
        lines.Add(line);
    }

    private void CheckBytes(CsvReader csv, int line)
    {
        var record = csv.RawRecord;
        if (record.Contains((byte)0))
        {
            var field = FindField(csv, static raw => raw.Contains((byte)0));
            throw new TableException(path, line, field, "holds a NUL byte, so it is no text — give a CSV file, in UTF-8");
        }
        if (!Utf8.IsValid(record))
        {
            var field = FindField(csv, static raw => !Utf8.IsValid(raw));
            throw new TableException(path, line, field, "holds bytes that are not UTF-8 — save the file as UTF-8");
        }
    }

    /// <summary>A quote inside a bare field is text, as in 6" pipe; any other misplaced quote leaves the fields in doubt.</summary>
    private void CheckQuotes(CsvReader csv, int line)
    {
        if (malformed is not { } reason) return;
        malformed = null;
        if (reason == CsvMalformedReason.UnterminatedQuote)
            throw new TableException(path, line, csv.FieldCount, "the quote that opens here is never closed — close it");
        if (FindField(csv, HoldsTextAfterQuote) is { } field)
            throw new TableException(path, line, field, "text follows a closing quote — double a quote that is meant as text");
    }

    private static bool HoldsTextAfterQuote(ReadOnlySpan<byte> raw)
    {
        var field = raw.Trim(" \t"u8);
        if (!field.StartsWith("\""u8)) return false;
        var inside = field[1..];
        while (inside.IndexOf((byte)'"') is var quote and >= 0)
        {
            if (quote == inside.Length - 1) return false;
            if (inside[quote + 1] != (byte)'"') return true;
            inside = inside[(quote + 2)..];
        }
        return true;
    }

    private static int? FindField(CsvReader csv, Func<ReadOnlySpan<byte>, bool> isWanted)
    {
        for (var i = 0; i < csv.FieldCount; i++)
            if (isWanted(csv.GetRawSpan(i))) return i + 1;
        return null;
    }

    private TableException Ragged(CsvReader csv, int line)
    {
        var expected = builders.Length;
        var field = Math.Min(csv.FieldCount, expected + 1);
        var fields = csv.FieldCount == 1 ? "1 field" : $"{csv.FieldCount} fields";
        var delimiter = TableFormat.NameOf(csv.Separator);
        var cure = $"give every row the same number, and quote a field that holds a {delimiter}";
        return new TableException(path, line, field, $"the row has {fields} where the first row has {expected} — {cure}");
    }

    private Table Assemble(char delimiter)
    {
        var columns = new Column[builders.Length];
        for (var i = 0; i < columns.Length; i++) columns[i] = builders[i].ToColumn(i, mayUseDecimalComma: delimiter != ',');
        builders = [];

        var (hasHeader, reason) = DecideHeader(columns);
        if (hasHeader && lines.Count == 1)
            throw new TableException(path, lines[0], null, "holds a row of column names and no rows of values — add rows");
        var names = options.ColumnNames ?? columns.Select(column => NameOf(column, hasHeader)).ToArray();
        if (names.Count != columns.Length)
            throw new TableException(path, null, null, $"has {columns.Length} columns, but {names.Count} names were given — name each");
        CheckDistinct(names, hasHeader ? lines[0] : null);

        for (var i = 0; i < columns.Length; i++)
        {
            var isUnnamed = hasHeader && options.ColumnNames is null && columns[i].Utf8(0).IsEmpty;
            var rows = hasHeader ? columns[i].WithoutFirstRow() : columns[i];
            columns[i] = rows.Named(names[i], isUnnamed);
        }
        return new Table(path, columns, [.. lines.Skip(hasHeader ? 1 : 0)], new TableFormat(delimiter, hasHeader, reason));
    }

    private (bool HasHeader, string Reason) DecideHeader(Column[] columns)
    {
        if (options.HasHeader is { } asked) return (asked, asked ? "a header was asked for" : "no header was asked for");
        return options.ColumnNames is null ? HeaderDetection.Decide(columns) : (false, "the column names were given");
    }

    private static string NameOf(Column column, bool hasHeader) =>
        hasHeader && !column.Utf8(0).IsEmpty ? column[0].Trim() : $"column{column.Index + 1}";

    private void CheckDistinct(IReadOnlyList<string> names, int? line)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
            if (!seen.Add(names[i]))
                throw new TableException(path, line, i + 1, $"two columns are named {Quoted.Text(names[i])} — give each a name of its own");
    }
}
