using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Denpa.Tests.Formats;

public sealed class NpyTests
{
    public static TheoryData<string, string, Tensor> NumPysFiles => new()
    {
        // What numpy.save writes: the header's text, the data in hexadecimal, and the array.
        { Header("<f4", "(2, 2)"), "0000c03f000000c00000404000008040", Tensor.From([1.5f, -2, 3, 4], [2, 2]) },
        { Header("<i8", "(3,)"), "0100000000000000feffffffffffffff0300000000000000", Tensor.From<long>(1, -2, 3) },
        { Header("|b1", "()"), "01", Tensor.From([true], []) },
        { Header("|u1", "(1, 2)"), "0708", Tensor.From(new byte[] { 7, 8 }, [1, 2]) },
        { Header("<f8", "(0, 2)"), "", Tensor.Zeros([0, 2], DType.Float64) },
    };

    [Theory]
    [MemberData(nameof(NumPysFiles))]
    public void An_array_is_written_in_the_bytes_that_NumPy_writes(string header, string data, Tensor tensor)
    {
        byte[] text = Encoding.ASCII.GetBytes(header.PadRight(117) + "\n");
        Assert.Equal([0x93, .. "NUMPY\u0001\0v\0"u8, .. text, .. Convert.FromHexString(data)], Bytes(tensor));
    }

    [Fact]
    public void A_file_of_NumPys_version_2_reads()
    {
        byte[] file = [0x93, .. "NUMPY\u0002\0t\0\0\0"u8, .. Encoding.ASCII.GetBytes(Header("|u1", "(1, 2)").PadRight(115) + "\n"), 7, 8];
        Assert.True(RandomTensors.SameBits(Tensor.From(new byte[] { 7, 8 }, [1, 2]), Read(file)));
    }

    [Fact]
    public void Tensors_come_back_to_the_bit() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<int>(seed =>
    {
        Tensor tensor = RandomTensors.Next(new Generator((ulong)seed));
        return RandomTensors.SameBits(tensor, Read(Bytes(tensor)));
    }));

    [Fact]
    public void A_file_on_the_disk_comes_back()
    {
        using TemporaryFolder folder = new();
        Npy.Write(folder["a.npy"], Tensor.From(1f, 2f));
        Assert.Equal([1f, 2f], Npy.Read(folder["a.npy"]).ToArray<float>());
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        byte[] whole = Bytes(Tensor.From(1f, 2f));
        for (int length = 0; length < whole.Length; length++)
        {
            int cut = length;
            Assert.Throws<InvalidFileException>(() => Read(whole[..cut]));
        }
    }

    [Fact]
    public void A_changed_byte_in_the_header_is_refused_or_changes_the_type_or_shape_alone()
    {
        byte[] whole = Bytes(Tensor.From([1f, 2f], [2, 1]));
        for (int position = 0; position < 128; position++)
        {
            for (int replacement = 0; replacement < 256; replacement++)
            {
                byte[] changed = [.. whole];
                changed[position] = (byte)replacement;
                Exception? error = Record.Exception(() => Assert.True(TensorBytes.Count(Read(changed).Spec) == 8));
                Assert.True(error is null or InvalidFileException, $"byte {position} as {replacement}: {error}");
            }
        }
    }

    [Theory]
    [InlineData(
        "{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }",
        "the element type \">f4\" is not one of <f4, <f8, <i8, |b1, |u1")]
    [InlineData(
        "{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }",
        "the array is column-major; save numpy.ascontiguousarray(array) instead")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'shape': (1,), }", "a member occurs twice")]
    [InlineData("{'descr': '<f4', 'shape': (1,), }", "not a dictionary of descr, fortran_order and shape")]
    [InlineData("{'descr': True, 'fortran_order': False, 'shape': (1,), }", "descr is not a text")]
    [InlineData("{'descr': '<f4', 'fortran_order': 'False', 'shape': (1,), }", "fortran_order is neither True nor False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': True, }", "shape is not a tuple")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "not a dictionary of descr, fortran_order and shape")]
    [InlineData(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536), }",
        "the shape \"(65536, 65536)\" has more elements than a tensor holds, or over 32 axes")]
    [InlineData(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }",
        "the shape \"(99999999999999999999,)\" has more elements than a tensor holds, or over 32 axes")]
    public void A_header_that_cannot_be_used_is_refused_with_the_reason(string header, string reason)
    {
        byte[] file = [0x93, .. "NUMPY\u0001\0"u8, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), 0, 0, 0, 0];
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => Read(file));
        Assert.Equal($"test.npy: header: {reason}", error.Message);
    }

    [Theory]
    [InlineData("\u0003\0", "version 3.0 is not 1.0 or 2.0")]
    [InlineData("\u0002\0\0\0\0\u0001", "a header of 16777216 bytes is announced; the longest taken is 4096")]
    public void A_beginning_that_cannot_be_used_is_refused_with_the_reason(string afterMagic, string reason)
    {
        InvalidFileException error = Assert.Throws<InvalidFileException>(
            () => Read([0x93, .. "NUMPY"u8, .. Encoding.ASCII.GetBytes(afterMagic)]));
        Assert.Equal(("beginning", reason), (error.Place, error.Reason));
    }

    private static string Header(string descr, string shape) => $"{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}";

    private static Tensor Read(byte[] bytes) => Npy.Read(new MemoryStream(bytes), "test.npy");

    private static byte[] Bytes(Tensor tensor)
    {
        using MemoryStream stream = new();
        Npy.Write(stream, tensor);
        return stream.ToArray();
    }
}
