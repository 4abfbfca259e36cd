using System.Buffers.Binary;
using System.Text;
using Denpa.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tests.Formats;

public sealed class SafeTensorsTests
{
    private static readonly string ReferenceFile = Path.Combine(RepositoryPaths.Reference, ReferenceFixtures.Safetensors.File);

    [Fact]
    public void A_file_with_PyTorchs_values_reads_as_its_description_says()
    {
        SafeTensorsContent content = SafeTensors.Read(ReferenceFile);
        ReferenceSafetensors expected = ReferenceFixtures.Safetensors;
        Assert.Equal(expected.Metadata.OrderBy(entry => entry.Key), content.Metadata.OrderBy(entry => entry.Key));
        Assert.Equal(expected.Tensors.Keys.Order(), content.Tensors.Keys.Order());
        foreach ((string name, ReferenceTensor tensor) in expected.Tensors)
        {
            Tensor read = content.Tensors[name];
            Assert.Equal(tensor.DType, read.DType.Name);
            Assert.Equal(tensor.Shape, read.Shape.Sizes.ToArray());
            Assert.Equal(tensor.Values, Enumerable.Range(0, read.Length).Select(read.ElementAt));
        }
    }

    [Fact]
    public void A_file_with_PyTorchs_values_written_again_has_the_same_bytes()
    {
        SafeTensorsContent content = SafeTensors.Read(ReferenceFile);
        Assert.Equal(File.ReadAllBytes(ReferenceFile), Bytes(content.Tensors, content.Metadata));
    }

    [Fact]
    public void Tensors_and_metadata_come_back_to_the_bit_and_in_order() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<int>(seed =>
    {
        Generator generator = new((ulong)seed);
        KeyValuePair<string, Tensor>[] tensors = [.. Enumerable.Range(0, (int)generator.NextInteger(0, 6))
            .Select(i => KeyValuePair.Create($"layer \"{i}\" 伝播\n", RandomTensors.Next(generator)))];
        byte[] bytes = Bytes(tensors, [KeyValuePair.Create("", "{\"a\": 1}"), KeyValuePair.Create("重み", "\u0001\u2028 <&> \U0001F600")]);
        SafeTensorsContent content = Read(bytes);
        Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(bytes) % 8);
        Assert.Equal(tensors.Select(entry => entry.Key), content.Tensors.Keys);
        Assert.All(tensors, entry => Assert.True(RandomTensors.SameBits(entry.Value, content.Tensors[entry.Key])));
        Assert.Equal("{\"a\": 1}", content.Metadata[""]);
        Assert.Equal("\u0001\u2028 <&> \U0001F600", content.Metadata["重み"]);
    }));

    [Fact]
    public void A_file_on_the_disk_comes_back()
    {
        using TemporaryFolder folder = new();
        SafeTensors.Write(folder["a.safetensors"], [KeyValuePair.Create("x", Tensor.From(1f, 2f))]);
        Assert.Equal([1f, 2f], SafeTensors.Read(folder["a.safetensors"]).Tensors["x"].ToArray<float>());
        Assert.Equal(["a.safetensors"], folder.Files);
    }

    [Fact]
    public void A_tensor_larger_than_the_copying_buffer_comes_back()
    {
        Tensor large = Tensor.Arange(0, (1 << 20) + 3, dtype: DType.Float64);
        Assert.True(RandomTensors.SameBits(large, Read(Bytes([KeyValuePair.Create("x", large)])).Tensors["x"]));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        byte[] whole = File.ReadAllBytes(ReferenceFile);
        for (int length = 0; length < whole.Length; length++)
        {
            int cut = length;
            Assert.Throws<InvalidFileException>(() => Read(whole[..cut]));
        }
    }

    [Fact]
    public void A_changed_byte_in_the_header_is_refused_or_still_gives_the_files_elements()
    {
        byte[] whole = File.ReadAllBytes(ReferenceFile);
        int headerEnd = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(whole);
        ReadOnlySpan<byte> replacements = "\0\u0001 \"\\,:{}[]-0129eEIFU8\x7F"u8;
        for (int position = 0; position < headerEnd; position++)
        {
            byte[] flipped = [(byte)(whole[position] ^ 1), (byte)(whole[position] ^ 32), 0x80, 0xC0, 0xFF];
            foreach (byte replacement in (byte[])[.. replacements, .. flipped])
            {
                byte[] changed = [.. whole];
                changed[position] = replacement;
                Exception? error = Record.Exception(() => Assert.True(Read(changed).Tensors.Count is > 0 and <= 6));
                Assert.True(error is null or InvalidFileException, $"byte {position} as {replacement}: {error}");
            }
        }
    }

    [Fact]
    public void Random_bytes_are_refused_or_read_as_a_file_would_be() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<byte[]>(bytes =>
    {
        byte[] file = [(byte)(bytes.Length + 2), 0, 0, 0, 0, 0, 0, 0, (byte)'{', .. bytes, (byte)'}'];
        return Record.Exception(() => Read(file)) is null or InvalidFileException;
    }));

    [Theory]
    [InlineData(
        """{"x":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""", 4,
        "tensor \"x\"", "the element type \"F16\" is not one of F32, F64, I64, BOOL, U8")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"x":{"dtype":"U8","shape":[0],"data_offsets":[4,4]}}""", 4,
        "header", "\"x\" occurs twice")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4],"shape":[4]}}""", 4, "tensor \"x\"", "shape occurs twice")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,4],"strides":[1]}}""", 4, "tensor \"x\"", "unknown field \"strides\"")]
    [InlineData("""{"x":{"shape":[4],"data_offsets":[0,4]}}""", 4, "tensor \"x\"", "dtype is missing")]
    [InlineData("""{"x":{"dtype":"U8","data_offsets":[0,4]}}""", 4, "tensor \"x\"", "shape is missing")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4]}}""", 4, "tensor \"x\"", "data_offsets are not two numbers")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[4]}}""", 4, "tensor \"x\"", "data_offsets are not two numbers")]
    [InlineData("""{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,1,4]}}""", 4, "tensor \"x\"", "data_offsets has more than 2 numbers")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[4],"data_offsets":[4,0]}}""", 4,
        "tensor \"x\"", "its data ends at 0, before it begins at 4")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[4],"data_offsets":[0,5]}}""", 4,
        "tensor \"x\"", "uint8 [4] takes 4 bytes, but its data has 5 (from 0 to 5)")]
    [InlineData(
        """{"x":{"dtype":"F64","shape":[4],"data_offsets":[0,32]}}""", 4,
        "tensor \"x\"", "its data ends at 32, but the file has 4 bytes of data")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3,
        "tensor \"y\"", "its data begins at 1, but the data before it ends at 2: they overlap")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"y":{"dtype":"U8","shape":[1],"data_offsets":[3,4]}}""", 4,
        "tensor \"y\"", "its data begins at 3, but the data before it ends at 2: a hole")]
    [InlineData("""{"x":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 4, "end", "2 bytes follow the last tensor's data")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[-4],"data_offsets":[0,4]}}""", 4,
        "tensor \"x\"", "shape has something else than whole numbers from 0 up")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[4.0],"data_offsets":[0,4]}}""", 4,
        "tensor \"x\"", "shape has something else than whole numbers from 0 up")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,4]}}""", 4,
        "tensor \"x\"", "shape has something else than whole numbers from 0 up")]
    [InlineData(
        """{"x":{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", 4,
        "tensor \"x\"", "the shape [4294967296, 4294967296] has more elements than a tensor holds, 2147483591")]
    [InlineData(
        """{"x":{"dtype":"F64","shape":[65536,32767],"data_offsets":[0,4]}}""", 4,
        "tensor \"x\"", "float64 [65536, 32767] takes 17179344896 bytes, but its data has 4 (from 0 to 4)")]
    [InlineData("""{"x":{"dtype":"U8","shape":4,"data_offsets":[0,4]}}""", 4, "tensor \"x\"", "shape is not a list of numbers")]
    [InlineData("""{"x":{"dtype":8,"shape":[4],"data_offsets":[0,4]}}""", 4, "tensor \"x\"", "dtype is not a text")]
    [InlineData("""{"x":[]}""", 0, "tensor \"x\"", "not a JSON object")]
    [InlineData("""{"__metadata__":[]}""", 0, "__metadata__", "not a JSON object")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "__metadata__", "\"a\" is not a text")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", 0, "__metadata__", "\"a\" occurs twice")]
    [InlineData("""{"a":""", 0, "header", "not valid JSON at line 1, byte 6")]
    [InlineData("""{}{}""", 0, "header", "not valid JSON at line 1, byte 3")]
    [InlineData("""{"\ud800":{}}""", 0, "header", "a text has an escape that stands for half a character")]
    [InlineData(""" {}""", 0, "header", "does not begin with {")]
    [InlineData("", 0, "header", "does not begin with {")]
    [InlineData(
        """{"x":{"dtype":"BOOL","shape":[4],"data_offsets":[0,4]}}""", 4,
        "tensor \"x\"", "element 2 is the byte 2, but a bool is 0 or 1")]
    public void A_file_that_departs_from_the_format_is_refused_with_place_and_reason(
        string header, int dataLength, string place, string reason)
    {
        byte[] bytes = [.. WithLength(header), .. new byte[] { 0, 1, 2, 3 }[..dataLength]];
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Read(bytes));
        Assert.Equal(("test.safetensors", place, reason), (error.File, error.Place, error.Reason));
        Assert.Equal($"test.safetensors: {place}: {reason}", error.Message);
    }

    [Theory]
    [InlineData(
        ulong.MaxValue,
        "a header of 18446744073709551615 bytes is announced; the longest allowed is 100000000, so this is no safetensors file")]
    [InlineData(100_000_001, "a header of 100000001 bytes is announced; the longest allowed is 100000000, so this is no safetensors file")]
    [InlineData(100_000_000, "a header of 100000000 bytes is announced, but only 2 bytes follow")]
    public void A_header_longer_than_the_file_or_the_format_allows_is_refused(ulong length, string reason)
    {
        byte[] file = [.. BitConverter.GetBytes(length), (byte)'{', (byte)'}'];
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Read(file));
        Assert.Equal(("beginning", reason), (error.Place, error.Reason));
    }

    [Fact]
    public void A_header_that_is_not_UTF_8_is_refused()
    {
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Read([3, 0, 0, 0, 0, 0, 0, 0, (byte)'{', 0xC0, (byte)'}']));
        Assert.Equal("not valid UTF-8", error.Reason);
    }

    [Fact]
    public void A_hostile_name_is_quoted_cut_and_without_control_characters()
    {
        string header = $$"""{"\u001b[2J{{new string('x', 100)}}":[]}""";
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Read(WithLength(header)));
        Assert.Equal($"tensor \"?[2J{new string('x', 76)}…\"", error.Place);
    }

    [Fact]
    public void Tensors_may_be_listed_in_another_order_than_that_of_their_data()
    {
        const string Header =
            """{"b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]}}""";
        SafeTensorsContent content = Read([.. WithLength(Header), 7, 8]);
        Assert.Equal([("a", 7.0), ("b", 8.0)], content.Tensors.Select(entry => (entry.Key, entry.Value.Item())));
    }

    [Fact]
    public void A_name_that_is_used_twice_or_reserved_is_not_written()
    {
        KeyValuePair<string, Tensor> x = new("x", Tensor.Ones([1]));
        Assert.Throws<ArgumentException>(() => Bytes([x, x]));
        Assert.Throws<ArgumentException>(() => Bytes([KeyValuePair.Create("__metadata__", x.Value)]));
        Assert.Throws<ArgumentException>(() => Bytes([x], [KeyValuePair.Create("a", "1"), KeyValuePair.Create("a", "2")]));
    }

    private static byte[] WithLength(string header)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((long)utf8.Length), .. utf8];
    }

    private static SafeTensorsContent Read(byte[] bytes) => SafeTensors.Read(new MemoryStream(bytes), "test.safetensors");

    private static byte[] Bytes(
        IEnumerable<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        using MemoryStream stream = new();
        SafeTensors.Write(stream, tensors, metadata);
        return stream.ToArray();
    }
}
