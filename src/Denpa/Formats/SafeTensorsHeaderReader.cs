using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace Denpa;

/// <summary>Reads the header of a safetensors file and believes nothing that it has not checked.</summary>
internal sealed class SafeTensorsHeaderReader
{
    /// <summary>As many axes as NumPy's arrays could have until its version 2; shapes beyond are attacks.</summary>
    private const int MaximumRank = 32;

    private readonly string file;
    private readonly List<SafeTensorsEntry> entries = [];
    private readonly HashSet<string> names = [];
    private OrderedDictionary<string, string>? metadata;

    private SafeTensorsHeaderReader(string file) => this.file = file;

    /// <summary>Reads from the stream's position; afterwards the stream stands at the data.</summary>
    public static SafeTensorsHeader Read(Stream stream, string file)
    {
        SafeTensorsHeaderReader reader = new(file);
        byte[] utf8 = reader.ReadBytes(stream);
        long dataLength = stream.Length - stream.Position;
        try
        {
            reader.Parse(utf8);
        }
        catch (JsonException error)
        {
            throw reader.Invalid($"not valid JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}", error);
        }
        catch (InvalidOperationException error)
        {
            throw reader.Invalid("a text has an escape that stands for half a character", error);
        }

        return new SafeTensorsHeader(reader.InOrderOfData(dataLength), reader.metadata ?? []);
    }

    private byte[] ReadBytes(Stream stream)
    {
        long available = stream.Length - stream.Position - SafeTensorsHeader.LengthBytes;
        if (available < 0) throw InvalidBeginning("the file is too short to hold even the header's length, 8 bytes");
        Span<byte> prefix = stackalloc byte[SafeTensorsHeader.LengthBytes];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        string announced = $"a header of {length} bytes is announced";
        const int Longest = SafeTensorsHeader.MaximumBytes;
        if (length > Longest) throw InvalidBeginning($"{announced}; the longest allowed is {Longest}, so this is no safetensors file");
        if (length > (ulong)available) throw InvalidBeginning($"{announced}, but only {available} bytes follow");
        byte[] utf8 = new byte[length];
        stream.ReadExactly(utf8);
        if (!Utf8.IsValid(utf8)) throw Invalid("not valid UTF-8");
        if (utf8 is not [(byte)'{', ..]) throw Invalid("does not begin with {");
        return utf8;
    }

    private void Parse(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader json = new(utf8);
        json.Read();
        while (NextName(ref json, out string name))
        {
            if (!names.Add(name)) throw Invalid($"{InvalidFileException.Quote(name)} occurs twice");
            if (name == SafeTensorsHeader.MetadataKey) ParseMetadata(ref json);
            else ParseEntry(ref json, name);
        }

        // Anything but white space after the closing brace is an error.
        json.Read();
    }

    private void ParseMetadata(ref Utf8JsonReader json)
    {
        RequireObject(ref json, SafeTensorsHeader.MetadataKey);
        metadata = [];
        while (NextName(ref json, out string name))
        {
            string quoted = InvalidFileException.Quote(name);
            if (json.TokenType != JsonTokenType.String) throw Invalid(SafeTensorsHeader.MetadataKey, $"{quoted} is not a text");
            if (!metadata.TryAdd(name, json.GetString()!)) throw Invalid(SafeTensorsHeader.MetadataKey, $"{quoted} occurs twice");
        }
    }

    private void ParseEntry(ref Utf8JsonReader json, string name)
    {
        string place = SafeTensorsEntry.PlaceOf(name);
        RequireObject(ref json, place);
        (DType? dtype, List<long>? shape, List<long>? offsets) = (null, null, null);
        while (NextName(ref json, out string field))
        {
            switch (field)
            {
                case "dtype" when dtype is null: dtype = ParseDType(ref json, place); break;
                case "shape" when shape is null: shape = ParseNumbers(ref json, place, field, MaximumRank); break;
                case "data_offsets" when offsets is null: offsets = ParseNumbers(ref json, place, field, 2); break;
                case "dtype" or "shape" or "data_offsets": throw Invalid(place, $"{field} occurs twice");
                default: throw Invalid(place, $"unknown field {InvalidFileException.Quote(field)}");
            }
        }

        if (dtype is null) throw Invalid(place, "dtype is missing");
        if (shape is null) throw Invalid(place, "shape is missing");
        if (offsets is not { Count: 2 }) throw Invalid(place, "data_offsets are not two numbers");
        TensorSpec spec = new(dtype.Value, ShapeOf(shape, place));
        (long begin, long end) = (offsets[0], offsets[1]);
        if (begin > end) throw Invalid(place, $"its data ends at {end}, before it begins at {begin}");
        if (end - begin != TensorBytes.Count(spec))
        {
            throw Invalid(place, $"{spec} takes {TensorBytes.Count(spec)} bytes, but its data has {end - begin} (from {begin} to {end})");
        }

        entries.Add(new SafeTensorsEntry(name, spec, begin, end));
    }

    private DType ParseDType(ref Utf8JsonReader json, string place)
    {
        if (json.TokenType != JsonTokenType.String) throw Invalid(place, "dtype is not a text");
        string code = json.GetString()!;
        foreach ((string known, DType dtype) in SafeTensorsHeader.Codes)
        {
            if (known == code) return dtype;
        }

        string all = string.Join(", ", SafeTensorsHeader.Codes.Select(entry => entry.Code));
        throw Invalid(place, $"the element type {InvalidFileException.Quote(code)} is not one of {all}");
    }

    private List<long> ParseNumbers(ref Utf8JsonReader json, string place, string field, int most)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw Invalid(place, $"{field} is not a list of numbers");
        List<long> numbers = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out long number) || number < 0)
            {
                throw Invalid(place, $"{field} has something else than whole numbers from 0 up");
            }

            if (numbers.Count == most) throw Invalid(place, $"{field} has more than {most} numbers");
            numbers.Add(number);
        }

        return numbers;
    }

    private Shape ShapeOf(List<long> sizes, string place)
    {
        // Two sizes below 2³¹ have a product that fits in a long.
        long elements = 1;
        foreach (long size in sizes)
        {
            if (size <= Array.MaxLength) elements *= size;
            if (size > Array.MaxLength || elements > Array.MaxLength)
            {
                throw Invalid(place, $"the shape [{string.Join(", ", sizes)}] has more elements than a tensor holds, {Array.MaxLength}");
            }
        }

        return new Shape([.. sizes.Select(size => (int)size)]);
    }

    private SafeTensorsEntry[] InOrderOfData(long dataLength)
    {
        SafeTensorsEntry[] ordered = [.. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        long reached = 0;
        foreach (SafeTensorsEntry entry in ordered)
        {
            if (entry.Begin != reached)
            {
                string fault = entry.Begin > reached ? "a hole" : "they overlap";
                throw Invalid(entry.Place, $"its data begins at {entry.Begin}, but the data before it ends at {reached}: {fault}");
            }

            if (entry.End > dataLength)
            {
                throw Invalid(entry.Place, $"its data ends at {entry.End}, but the file has {dataLength} bytes of data");
            }

            reached = entry.End;
        }

        return reached == dataLength
            ? ordered
            : throw new InvalidFileException(file, "end", $"{dataLength - reached} bytes follow the last tensor's data");
    }

    /// <summary>Steps to the next member of an object, and to its value; false at the object's end.</summary>
    private static bool NextName(ref Utf8JsonReader json, out string name)
    {
        json.Read();
        bool another = json.TokenType == JsonTokenType.PropertyName;
        name = another ? json.GetString()! : "";
        if (another) json.Read();
        return another;
    }

    private void RequireObject(ref Utf8JsonReader json, string place)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw Invalid(place, "not a JSON object");
    }

    private InvalidFileException InvalidBeginning(string reason) => new(file, "beginning", reason);

    private InvalidFileException Invalid(string reason, Exception? inner = null) => new(file, "header", reason, inner);

    private InvalidFileException Invalid(string place, string reason) => new(file, place, reason);
}
