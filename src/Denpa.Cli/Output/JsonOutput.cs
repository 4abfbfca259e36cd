using System.Text.Json;

namespace Denpa.Cli.Output;

/// <summary>The one JSON document of <c>--json</c>: invariant, versioned, and honest about numbers that JSON cannot hold.</summary>
internal static class JsonOutput
{
    private const int SchemaVersion = 1;

    /// <summary>Writes the document whose members an action writes to standard output.</summary>
    public static void Write(string command, Action<Utf8JsonWriter> members)
    {
        using Stream output = StandardStreams.OpenOutput();
        Write(output, command, members);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes the document whose members an action writes to a stream.</summary>
    public static void Write(Stream output, string command, Action<Utf8JsonWriter> members)
    {
        JsonWriterOptions options = new() { Indented = true, Encoder = VisibleJsonEncoder.Instance };
        using Utf8JsonWriter json = new(output, options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("command", command);
        members(json);
        json.WriteEndObject();
    }

    /// <summary>A name as programs read it: yes-no.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    extension(Utf8JsonWriter json)
    {
        /// <summary>A number; one that is not finite is null, with a flag beside it that says what it was.</summary>
        public void Number(string name, double value)
        {
            if (double.IsFinite(value))
            {
                json.WriteNumber(name, value);
                return;
            }

            json.WriteNull(name);
            json.WriteString($"{name}NotFinite", double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }

        public void Numbers(string name, ReadOnlySpan<double> values)
        {
            json.WriteStartArray(name);
            foreach (double value in values) json.WriteNumberValue(value);
            json.WriteEndArray();
        }

        public void Strings(string name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (string value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }
    }
}
