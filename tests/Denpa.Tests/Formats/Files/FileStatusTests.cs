namespace Denpa.Tests.Formats;

public sealed class FileStatusTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_has_no_status()
    {
        Assert.Null(FileStatus.Of(folder["a"]));
        Assert.Null(FileStatus.Of("a\0b"));
    }

    [Fact]
    public void Two_files_of_one_content_are_two()
    {
        File.WriteAllText(folder["a"], "same");
        File.WriteAllText(folder["b"], "same");
        Assert.NotEqual(FileStatus.Of(folder["a"])!.Value.Identity, FileStatus.Of(folder["b"])!.Value.Identity);
    }

    [Fact]
    public void A_file_is_one_by_whatever_way_it_is_reached()
    {
        File.WriteAllText(folder["a"], "");
        Directory.CreateDirectory(folder["inner"]);
        File.CreateSymbolicLink(folder["symbolic"], "a");
        Directory.CreateSymbolicLink(folder["here"], ".");
        string[] ways = [Path.Combine(folder["inner"], "..", "a"), folder["symbolic"], Path.Combine(folder["here"], "a")];
        FileIdentity identity = FileStatus.Of(folder["a"])!.Value.Identity;
        Assert.All(ways, way => Assert.Equal(identity, FileStatus.Of(way)!.Value.Identity));
    }

    [Fact]
    public void Hard_links_are_one_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ln is not there");
        File.WriteAllText(folder["a"], "");
        using System.Diagnostics.Process link = System.Diagnostics.Process.Start("ln", [folder["a"], folder["b"]]);
        link.WaitForExit();
        Assert.Equal(FileStatus.Of(folder["a"])!.Value.Identity, FileStatus.Of(folder["b"])!.Value.Identity);
    }

    [Fact]
    public void Kinds_are_told_apart()
    {
        File.WriteAllText(folder["a"], "");
        Assert.Equal(FileKind.Regular, FileStatus.Of(folder["a"])!.Value.Kind);
        Assert.Equal(FileKind.Folder, FileStatus.Of(folder.Path)!.Value.Kind);
    }

    [Fact]
    public void A_file_that_nobody_may_write_to_is_write_protected()
    {
        File.WriteAllText(folder["a"], "");
        Assert.False(FileStatus.Of(folder["a"])!.Value.IsWriteProtected);
        File.SetAttributes(folder["a"], FileAttributes.ReadOnly);
        Assert.True(FileStatus.Of(folder["a"])!.Value.IsWriteProtected);
        File.SetAttributes(folder["a"], FileAttributes.Normal);
    }
}
