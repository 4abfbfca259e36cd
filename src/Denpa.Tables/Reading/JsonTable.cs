using System.Text.Json;

namespace Denpa.Tables;

/// <summary>
/// Reads rows that are objects of JSON: one on every line, one after the other, or in an array. The columns are the keys in order of first
/// appearance, a.b for b of the object a; what a row lacks is missing there, as null is. Arrays within rows are left out.
/// </summary>
/// <param name="path">The path, for messages.</param>
/// <param name="options">What was asked for.</param>
/// <param name="found">What is known of the file.</param>
internal sealed class JsonTable(string path, TableOptions options, TableFormat found)
{
    private const string Cure = "write one object of names and values for each row";
    private const int BufferInBytes = 1 << 16;
    private const int Deepest = 32;

    private readonly RowShape shape = new(path, found.Delimiter, found.EncodingName, Width: 0);
    private readonly TableBuilder table = new(path, options) { KnowsMissing = true };
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly SortedSet<string> arrays = new(StringComparer.Ordinal);
    private readonly Stack<string> prefixes = [];

    /// <summary>For each column the row that had it last, from 1.</summary>
    private readonly List<int> lastRows = [];
    private byte[] scratch = new byte[BufferInBytes];

    // The place of the row at hand: its depth, or −1 between rows, its line, and how many of its values were read.
    private int rowDepth = -1;
    private int rowLine;
    private int given;
    private int arrayDepth = -1;
    private string name = "";
    private int column;
    private int lines;

    /// <summary>Whether a text begins as an object does, or an array of them: with a brace, and then a name in quotes.</summary>
    /// <param name="text">The first of the text.</param>
    /// <param name="path">Its path: what is called .json, .jsonl or .ndjson needs a bracket or a brace alone.</param>
    public static bool Is(ReadOnlySpan<byte> text, string path)
    {
        ReadOnlySpan<byte> rest = text.TrimStart(" \t\r\n"u8);
        if (IsCalledSo(path)) return rest is [(byte)'{' or (byte)'[', ..];
        if (rest.StartsWith("["u8)) rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (!rest.StartsWith("{"u8)) return false;
        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.StartsWith("}"u8)) return true;
        if (!rest.StartsWith("\""u8)) return false;
        int end = rest[1..].IndexOfAny("\"\n"u8);
        return end >= 0 && rest[(end + 2)..].TrimStart(" \t"u8).StartsWith(":"u8);
    }

    /// <param name="text">The text.</param>
    /// <exception cref="TableException">A row is no object; the message names the line and the key.</exception>
    public Table Read(Stream text)
    {
        byte[] buffer = new byte[BufferInBytes];
        int length = 0;
        JsonReaderState state = new(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = Deepest });
        bool isAtEnd = false;
        while (!isAtEnd)
        {
            int read = text.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            length += read;
            isAtEnd = length < buffer.Length;
            Utf8JsonReader json = new(buffer.AsSpan(0, length), isAtEnd, state);
            Take(ref json, buffer.AsSpan(0, length));
            state = json.CurrentState;
            int used = (int)json.BytesConsumed;
            buffer.AsSpan(used, length - used).CopyTo(buffer);
            length -= used;
            if (length == buffer.Length) Grow(ref buffer);
        }

        CheckRows();
        return table.ToTable(found with { Kind = TableFormat.Json, UnreadColumns = [.. arrays] }, names);
    }

    private static bool IsCalledSo(string path)
    {
        ReadOnlySpan<char> plain = path;
        if (plain.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) plain = plain[..^3];
        return Path.GetExtension(plain) is ".json" or ".jsonl" or ".ndjson" or ".JSON" or ".JSONL" or ".NDJSON";
    }

    private void Grow(ref byte[] buffer)
    {
        if (buffer.Length >= RowShape.LongestRecordInBytes)
            throw Problem(lines + 1, $"a text is longer than {RowShape.LongestRecordInBytes >> 20} MiB — {Cure}");
        Array.Resize(ref buffer, buffer.Length * 2);
    }

    private void Take(ref Utf8JsonReader json, ReadOnlySpan<byte> text)
    {
        int counted = 0;
        try
        {
            while (json.Read())
            {
                if (rowDepth >= 0)
                {
                    TakeOfRow(ref json);
                }
                else
                {
                    CountLines(text, ref counted, (int)json.TokenStartIndex);
                    Begin(ref json);
                }
            }
        }
        catch (JsonException problem)
        {
            ReadOnlySpan<byte> rest = text[(int)json.BytesConsumed..];
            if (!AreBytesGood(text)) throw Undecodable(problem);
            throw new TableException(path, (int)(problem.LineNumber ?? 0) + 1, null, Explained(rest, problem), problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new TableException(path, rowLine, null, $"holds half a surrogate pair, which is no character — {Cure}", problem);
        }

        CountLines(text, ref counted, (int)json.BytesConsumed);
    }

    /// <summary>Goes to a row, or into the array of them.</summary>
    private void Begin(ref Utf8JsonReader json)
    {
        rowLine = lines + 1;
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                (rowDepth, given) = (json.CurrentDepth, 0);
                break;
            case JsonTokenType.StartArray when json.CurrentDepth == 0:
            case JsonTokenType.EndArray:
                break;
            case JsonTokenType.StartArray:
                throw Problem(rowLine, $"holds an array in an array — {Cure}");
            default:
                throw Problem(rowLine, $"holds a value without a name — {Cure}");
        }
    }

    private void TakeOfRow(ref Utf8JsonReader json)
    {
        if (arrayDepth >= 0)
        {
            if (json.TokenType == JsonTokenType.EndArray && json.CurrentDepth == arrayDepth) arrayDepth = -1;
            return;
        }

        switch (json.TokenType)
        {
            case JsonTokenType.PropertyName:
                TakeName(ref json);
                break;
            case JsonTokenType.StartObject:
                prefixes.Push(prefixes.TryPeek(out string? outer) ? $"{outer}{name}." : $"{name}.");
                break;
            case JsonTokenType.StartArray:
                arrays.Add(FullName);
                arrayDepth = json.CurrentDepth;
                break;
            case JsonTokenType.EndObject when json.CurrentDepth == rowDepth:
                table.EndRow(rowLine);
                rowDepth = -1;
                break;
            case JsonTokenType.EndObject:
                prefixes.Pop();
                break;
            default:
                TakeValue(ref json);
                break;
        }
    }

    private string FullName => prefixes.TryPeek(out string? prefix) ? prefix + name : name;

    /// <summary>Finds the column of a name, which most rows have in the same place; −1 while it is not known to hold values.</summary>
    private void TakeName(ref Utf8JsonReader json)
    {
        CheckBytes(ref json);
        if (prefixes.Count == 0 && given < names.Count && json.ValueTextEquals(names[given]))
        {
            (name, column) = (names[given], given);
            return;
        }

        name = json.GetString()!;
        column = columns.GetValueOrDefault(FullName, -1);
    }

    private void TakeValue(ref Utf8JsonReader json)
    {
        if (column < 0) Add(FullName);
        if (lastRows[column] == table.RowCount + 1)
            throw Problem(rowLine, $"{Quoted.Text(names[column])} comes twice in one object — leave one out");
        lastRows[column] = table.RowCount + 1;
        given++;
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                table.Set(column, []);
                break;
            case JsonTokenType.String:
                CheckBytes(ref json);
                if (scratch.Length < json.ValueSpan.Length) scratch = new byte[json.ValueSpan.Length * 2];
                table.Set(column, scratch.AsSpan(0, json.CopyString(scratch)));
                break;
            case JsonTokenType.Number:
                table.Set(column, json.ValueSpan, isNumber: true);
                break;
            default:
                table.Set(column, json.TokenType == JsonTokenType.True ? "True"u8 : "False"u8);
                break;
        }
    }

    private void Add(string added)
    {
        column = names.Count;
        columns.Add(added, column);
        names.Add(added);
        lastRows.Add(0);
    }

    /// <summary>Other shapes that programs give tables in JSON end as one row.</summary>
    private void CheckRows()
    {
        if (table.RowCount > 1) return;
        if (arrays.Count > 0)
            throw Problem(rowLine, $"the only object holds arrays ({Quoted.List(arrays)}) — {Cure}");
        if (names.Count > 0 && names.All(HoldsRowNumber))
            throw Problem(rowLine, $"the only object holds columns of numbered rows — {Cure}, as pandas does with orient=\"records\"");
    }

    private static bool HoldsRowNumber(string column) =>
        column.LastIndexOf('.') is > 0 and var dot && dot + 1 < column.Length && !column.AsSpan(dot + 1).ContainsAnyExceptInRange('0', '9');

    private static string Explained(ReadOnlySpan<byte> rest, JsonException problem)
    {
        rest = rest.TrimStart(" \t\r\n,:["u8);
        foreach (string word in (string[])["NaN", "-Infinity", "Infinity"])
            if (rest.StartsWith(System.Text.Encoding.ASCII.GetBytes(word))) return $"holds {word}, for which JSON has no word — write null";
        if (problem.Message.Contains("maximum", StringComparison.OrdinalIgnoreCase))
            return $"holds objects or arrays within {Deepest} others — {Cure}";
        return rest.IsEmpty ? $"ends within an object or an array — {Cure}"
            : $"is no valid JSON at byte {problem.BytePositionInLine + 1} — {Cure}";
    }

    private void CheckBytes(ref Utf8JsonReader json)
    {
        if (!RecordChecks.AreBytesGood(json.ValueSpan, shape)) throw Undecodable(cause: null);
    }

    /// <summary>Whether all of a text is of its encoding, but for a character that its end may cut.</summary>
    private bool AreBytesGood(ReadOnlySpan<byte> text)
    {
        for (int cut = 0; cut < 4 && cut <= text.Length; cut++)
            if (RecordChecks.AreBytesGood(text[..^cut], shape)) return true;
        return false;
    }

    private void CountLines(ReadOnlySpan<byte> text, ref int counted, int end)
    {
        lines += text[counted..end].Count((byte)'\n');
        counted = end;
    }

    private TableException Undecodable(Exception? cause)
    {
        string problem = $"holds bytes that are not {found.EncodingName} — save the file as UTF-8";
        return new TableException(path, rowLine, null, problem, cause) { IsUndecodable = true };
    }

    private TableException Problem(int line, string problem) => new(path, line, null, problem);
}
