namespace Denpa.Tests.Formats;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_write_replaces_the_file_and_leaves_nothing_else()
    {
        File.WriteAllText(folder["a"], "old and longer");
        AtomicFile.Write(folder["a"], stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(folder["a"]));
        Assert.Equal(["a"], folder.Files);
    }

    [Fact]
    public void A_write_that_fails_half_way_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(folder["a"], "old");
        Assert.Throws<InvalidTimeZoneException>(() => AtomicFile.Write(folder["a"], stream =>
        {
            stream.Write("ne"u8);
            throw new InvalidTimeZoneException();
        }));
        Assert.Equal("old", File.ReadAllText(folder["a"]));
        Assert.Equal(["a"], folder.Files);
    }

    [Fact]
    public void Until_the_new_content_is_complete_the_old_file_stands()
    {
        File.WriteAllText(folder["a"], "old");
        AtomicFile.Write(folder["a"], stream =>
        {
            stream.Write("new"u8);
            Assert.Equal("old", File.ReadAllText(folder["a"]));
        });
    }

    [Fact]
    public void The_replaced_file_can_be_kept()
    {
        File.WriteAllText(folder["a"], "old");
        File.WriteAllText(folder["b"], "older");
        AtomicFile.Write(folder["a"], stream => stream.Write("new"u8), keepPreviousAs: folder["b"]);
        Assert.Equal("new", File.ReadAllText(folder["a"]));
        Assert.Equal("old", File.ReadAllText(folder["b"]));
        Assert.Equal(["a", "b"], folder.Files);
    }

    [Fact]
    public void With_nothing_to_replace_nothing_is_kept()
    {
        AtomicFile.Write(folder["a"], stream => stream.Write("new"u8), keepPreviousAs: folder["b"]);
        Assert.Equal(["a"], folder.Files);
    }

    [Fact]
    public void What_a_killed_write_left_is_removed_and_nothing_else()
    {
        string[] others = [".a.abcdefgh", ".a.abcdefgh.ijkl", ".b.abcdefgh.ijk", "a", "a.abcdefgh.ijk"];
        foreach (string file in others) File.WriteAllText(folder[file], "");
        File.WriteAllText(folder[".a.abcdefgh.ijk"], "half");
        AtomicFile.RemoveLeftovers(folder["a"]);
        Assert.Equal(others.Order(), folder.Files);
    }

    [Fact]
    public void What_is_being_written_is_no_leftover() => AtomicFile.Write(folder["a"], stream =>
    {
        AtomicFile.RemoveLeftovers(folder["a"]);
        Assert.Single(folder.Files);
        stream.Write("new"u8);
    });
}
