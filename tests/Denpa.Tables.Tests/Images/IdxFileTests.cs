namespace Denpa.Tables.Tests;

/// <summary>What an IDX file holds is read exactly; what it only claims is refused in one line, and never allocated.</summary>
public sealed class IdxFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_and_labels_are_read_plain_and_packed(bool packed)
    {
        byte[] images = Idx.Bytes([2, 1, 3], [0, 127, 255, 63, 10, 13]);
        byte[] labels = Idx.Bytes([2], [7, 200]);
        File.WriteAllBytes(folder["images"], packed ? Idx.Gzip(images) : images);
        File.WriteAllBytes(folder["labels"], packed ? Idx.Gzip(labels) : labels);

        Table table = ImageTable.ReadIdx(folder["images"], folder["labels"]);

        Assert.Equal(2, table.RowCount);
        Assert.Equal(new ImageSize(1, 3), table.Images);
        Assert.Equal([0, 127, 255], table["image"].Utf8(0, []).ToArray());
        Assert.Equal([63, 10, 13], table["image"].Utf8(1, []).ToArray());
        Assert.Equal(["7", "200"], [table["label"][0], table["label"][1]]);
    }

    [Fact]
    public void Images_alone_are_a_table_without_labels()
    {
        File.WriteAllBytes(folder["images"], Idx.Bytes([1, 2, 2], [1, 2, 3, 4]));

        Assert.Equal("image", Assert.Single(ImageTable.ReadIdx(folder["images"]).Columns).Name);
    }

    [Fact]
    public void As_many_labels_as_images_are_asked_for()
    {
        File.WriteAllBytes(folder["images"], Idx.Bytes([2, 1, 1], [1, 2]));
        File.WriteAllBytes(folder["labels"], Idx.Bytes([3], [1, 2, 3]));

        TableException problem = Assert.Throws<TableException>(() => ImageTable.ReadIdx(folder["images"], folder["labels"]));

        Assert.StartsWith(
            $"{folder["labels"]}: holds 3 labels, and {folder["images"]} holds 2 images", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_images_is_refused_with_what_is_wrong()
    {
        Refused([], "is empty");
        Refused([0, 0, 8], "does not begin as an IDX file does");
        Refused("height,weight\n1,2\n"u8.ToArray(), "does not begin as an IDX file does");
        Refused(Idx.Bytes([0, 0, 13, 3], [1, 1, 1], [0, 0, 0, 0]), "has elements of type 0x0d");
        Refused(Idx.Bytes([4], [1, 2, 3, 4]), "has 1 dimension, where images have 3 dimensions (count, rows, columns)");
        Refused(Idx.Bytes([0, 0, 8, 3], [1, 1], []), "ends within its header");
        Refused(Idx.Bytes([0, 2, 2], []), "has a size of 0 in its header, for its count");
        Refused(Idx.Bytes([2, 0, 2], []), "has a size of 0 in its header, for its rows");
        Refused(Idx.Bytes([2, 2, 2], [1, 2, 3, 4, 5, 6, 7]), "ends after 7 of 8 bytes");
        Refused(Idx.Bytes([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9]), "goes on after the 8 bytes");
        Refused([0x1f, 0x8b, 0, 1, 2, 3], "is packed by gzip and damaged");
    }

    [Theory]
    [InlineData(0xffff_ffff, 1, 1, "claims 4294967295 for its count")]
    [InlineData(0x7000_0000, 0x7000_0000, 0x7000_0000, "more than one array can hold")]
    [InlineData(0x1000_0000, 0x1000_0000, 0x0000_0100, "more than one array can hold")]
    [InlineData(0x7000_0000, 1, 1, "ends after 5 of 1879048192 bytes")]
    public void A_claim_of_a_huge_size_is_refused_and_costs_no_memory(uint count, uint height, uint width, string message)
    {
        byte[] bytes = Idx.Bytes([count, height, width], [1, 2, 3, 4, 5]);
        Refused(bytes, message);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(Idx.Gzip(bytes), message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Packed_images_cut_off_anywhere_are_refused_unless_every_pixel_is_there()
    {
        byte[] pixels = [.. Enumerable.Range(0, 80).Select(i => (byte)(i * 37))];
        byte[] packed = Idx.Gzip(Idx.Bytes([20, 2, 2], pixels));
        const int trailer = 8;
        for (int length = 0; length < packed.Length - trailer - 1; length++) Refused(packed[..length], "");
        File.WriteAllBytes(folder["images"], packed[..^trailer]);
        Assert.Equal(pixels[^4..], ImageTable.ReadIdx(folder["images"])["image"].Utf8(19, []).ToArray());
    }

    [Fact]
    public void Packed_images_with_an_altered_byte_are_refused_or_read_as_they_are()
    {
        byte[] packed = Idx.Gzip(Idx.Bytes([20, 2, 2], [.. Enumerable.Range(0, 80).Select(i => (byte)(i * 37))]));
        Generator generator = new(1);
        for (int i = 0; i < 500; i++)
        {
            byte[] altered = [.. packed];
            altered[generator.NextInteger(0, altered.Length)] ^= (byte)generator.NextInteger(1, 256);
            File.WriteAllBytes(folder["images"], altered);
            if (Record.Exception(() => ImageTable.ReadIdx(folder["images"])) is { } problem) Assert.IsType<TableException>(problem);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_directory_are_refused()
    {
        Directory.CreateDirectory(folder["images"]);
        Assert.Contains(
            "is a directory", Assert.Throws<TableException>(() => ImageTable.ReadIdx(folder["images"])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "no such file", Assert.Throws<TableException>(() => ImageTable.ReadIdx(folder["none"])).Message, StringComparison.Ordinal);
    }

    private void Refused(byte[] bytes, string message)
    {
        File.WriteAllBytes(folder["images"], bytes);
        TableException problem = Assert.Throws<TableException>(() => ImageTable.ReadIdx(folder["images"]));
        Assert.StartsWith($"{folder["images"]}: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }
}
