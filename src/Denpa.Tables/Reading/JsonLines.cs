using System.Text.Json;

namespace Denpa.Tables;

/// <summary>
/// Reads JSON lines: an object of scalars on every line. The columns are the keys, in order of first appearance, and a key that a line
/// lacks is missing there, as one of null is.
/// </summary>
/// <param name="path">The path, for messages.</param>
/// <param name="options">What was asked for.</param>
/// <param name="found">What is known of the file.</param>
internal sealed class JsonLines(string path, TableOptions options, TableFormat found)
{
    private const string Cure = "write one object of names and values on every line";

    private readonly TableBuilder table = new(path, options);
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly HashSet<int> given = [];
    private byte[] scratch = new byte[256];
    private int line;

    /// <summary>Whether a text begins as an object does, or an array of them: with a brace, and then a name in quotes.</summary>
    public static bool Are(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text.TrimStart(" \t\r\n"u8);
        if (rest.StartsWith("["u8)) rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (!rest.StartsWith("{"u8)) return false;
        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.StartsWith("}"u8)) return true;
        if (!rest.StartsWith("\""u8)) return false;
        int end = rest[1..].IndexOfAny("\"\n"u8);
        return end >= 0 && rest[(end + 2)..].TrimStart(" \t"u8).StartsWith(":"u8);
    }

    /// <param name="first">The first of the text.</param>
    /// <param name="source">The rest of it.</param>
    /// <exception cref="TableException">A line is no object of scalars; the message names the line and the key.</exception>
    public Table Read(Chunk first, ChunkSource source)
    {
        for (Chunk? next = first; next is { } chunk; next = source.Next())
        {
            ReadOnlySpan<byte> rest = chunk.Text.Span;
            int before = line;
            if (!chunk.IsWhole) throw Problem(line + 1, $"the line is longer than {RowShape.LongestRecordInBytes >> 20} MiB — {Cure}");
            while (!rest.IsEmpty)
            {
                int end = rest.IndexOf((byte)'\n');
                line++;
                ReadLine((end < 0 ? rest : rest[..end]).Trim(" \t\r"u8));
                rest = end < 0 ? [] : rest[(end + 1)..];
            }

            source.Return(chunk, line - before);
        }

        return table.ToTable(found with { Kind = TableFormat.JsonLines, HasHeader = true, HeaderReason = "the file names its columns" }, names);
    }

    private void ReadLine(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return;
        if (!RecordChecks.AreBytesGood(text, new RowShape(path, found.Delimiter, found.EncodingName, Width: 0)))
        {
            string problem = $"holds bytes that are not {found.EncodingName} — save the file as UTF-8";
            throw new TableException(path, line, null, problem) { IsUndecodable = true };
        }

        if (text[0] == (byte)'[') throw Problem(line, $"holds an array — {Cure}");
        try
        {
            Utf8JsonReader json = new(text);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw Problem(line, $"holds no object — {Cure}");
            given.Clear();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName) ReadMember(ref json);
            while (json.Read())
            {
                // What follows an object is refused by the reader.
            }
        }
        catch (JsonException problem)
        {
            string what = text[^1] == (byte)'}' ? $"is no valid JSON at byte {problem.BytePositionInLine + 1}" : "holds no whole object";
            throw new TableException(path, line, null, $"{what} — {Cure}", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new TableException(path, line, null, $"holds half a surrogate pair, which is no character — {Cure}", problem);
        }

        table.EndRow(line);
    }

    private void ReadMember(ref Utf8JsonReader json)
    {
        int column = Column(ref json);
        if (!given.Add(column)) throw Problem(line, $"{Quoted.Text(names[column])} comes twice in one object — leave one out");
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                table.Set(column, []);
                break;
            case JsonTokenType.True or JsonTokenType.False or JsonTokenType.Number:
                table.Set(column, json.ValueSpan, isNumber: json.TokenType == JsonTokenType.Number);
                break;
            case JsonTokenType.String:
                if (scratch.Length < json.ValueSpan.Length) scratch = new byte[json.ValueSpan.Length * 2];
                table.Set(column, scratch.AsSpan(0, json.CopyString(scratch)));
                break;
            default:
                string held = json.TokenType == JsonTokenType.StartObject ? "an object" : "an array";
                throw Problem(line, $"{Quoted.Text(names[column])} holds {held} — give one text, number, true, false or null");
        }
    }

    /// <summary>The column of a key, which most lines have in the same place.</summary>
    private int Column(ref Utf8JsonReader json)
    {
        int usual = given.Count;
        if (usual < names.Count && json.ValueTextEquals(names[usual])) return usual;
        string name = json.GetString()!;
        if (columns.TryGetValue(name, out int column)) return column;
        columns.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }

    private TableException Problem(int place, string problem) => new(path, place, null, problem);
}
