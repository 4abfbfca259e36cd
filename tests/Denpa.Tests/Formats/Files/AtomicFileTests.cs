using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

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
        string leftover = TemporaryFileName.For(folder["a"]);
        string[] others =
        [
            ".a.abcdefgh.ijk", ".a.metadata.csv", ".denpa-0123456789abcdef0123456789abcdef.tmp", "a", TemporaryFileName.For(folder["b"]),
            leftover + ".csv",
        ];
        foreach (string file in others) File.WriteAllText(folder[file], "");
        File.WriteAllText(folder[leftover], "half");
        AtomicFile.RemoveLeftovers(folder["a"]);
        Assert.Equal(others.Order(), folder.Files);
    }

    [Fact]
    public void What_is_being_written_is_no_leftover_until_it_has_its_name() => AtomicFile.Write(folder["a"], stream =>
    {
        stream.Write("new"u8);
        stream.Flush();
        AtomicFile.RemoveLeftovers(folder["a"]);
        Assert.Single(folder.Files);
    });

    [Fact]
    public async Task Many_who_write_and_tidy_up_one_file_all_succeed()
    {
        Task[] writers = [.. Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (int i = 0; i < 50; i++)
            {
                AtomicFile.RemoveLeftovers(folder["a"]);
                AtomicFile.Write(folder["a"], stream => stream.Write("whole"u8));
            }
        }))];
        await Task.WhenAll(writers);
        Assert.Equal("whole", File.ReadAllText(folder["a"]));
        Assert.Equal(["a"], folder.Files);
    }

    [Fact]
    public void A_name_as_long_as_a_name_can_be_can_be_written()
    {
        string name = new('n', 250);
        AtomicFile.Write(folder[name], stream => stream.Write("new"u8));
        Assert.Equal([name], folder.Files);
    }

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.UserWrite | UnixFileMode.UserExecute)]
    public void The_permissions_of_a_file_that_is_replaced_stay(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions");
        File.WriteAllText(folder["a"], "old");
        File.SetUnixFileMode(folder["a"], mode);
        AtomicFile.Write(folder["a"], stream => stream.Write("new"u8));
        Assert.Equal(mode, File.GetUnixFileMode(folder["a"]));
    }

    [Fact]
    public void The_owner_of_a_file_that_is_replaced_stays()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows(), "only root gives files away");
        File.WriteAllText(folder["a"], "old");
        using Process chown = Process.Start("chown", ["12:34", folder["a"]]);
        chown.WaitForExit();
        Assert.SkipUnless(chown.ExitCode == 0, "this root may not give files away");
        AtomicFile.Write(folder["a"], stream => stream.Write("new"u8));
        FileStatus status = FileStatus.Of(folder["a"])!.Value;
        Assert.Equal((12u, 34u), (status.Owner, status.Group));
    }

    [Fact]
    public void A_write_protected_file_stays_as_it_is_unless_that_is_asked_for()
    {
        File.WriteAllText(folder["a"], "old");
        File.SetAttributes(folder["a"], FileAttributes.ReadOnly);
        Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(folder["a"], stream => stream.Write("new"u8)));
        Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.RequireWritable(folder["a"]));
        Assert.Equal("old", File.ReadAllText(folder["a"]));
        Assert.Equal(["a"], folder.Files);
        AtomicFile.Write(folder["a"], stream => stream.Write("new"u8), overwriteProtected: true);
        Assert.Equal("new", File.ReadAllText(folder["a"]));
    }

    [Fact]
    public void A_link_stays_and_the_file_behind_it_is_written()
    {
        Directory.CreateDirectory(folder["there"]);
        File.CreateSymbolicLink(folder["second"], Path.Combine("there", "file"));
        File.CreateSymbolicLink(folder["first"], "second");
        foreach (string content in (string[])["new", "newer"])
        {
            AtomicFile.Write(folder["first"], stream => stream.Write(Encoding.UTF8.GetBytes(content)));
            Assert.Equal(content, File.ReadAllText(Path.Combine(folder["there"], "file")));
        }

        Assert.Equal("second", new FileInfo(folder["first"]).LinkTarget);
        Assert.Single(Directory.GetFiles(folder["there"]));
    }

    [Fact]
    public void A_link_to_itself_is_refused()
    {
        File.CreateSymbolicLink(folder["a"], "b");
        File.CreateSymbolicLink(folder["b"], "a");
        IOException circle = Assert.Throws<IOException>(() => AtomicFile.Write(folder["a"], _ => { }));
        Assert.Contains("circle", circle.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(folder["a"]);
        IOException refusal = Assert.Throws<IOException>(() => AtomicFile.Write(folder["a"], _ => { }));
        Assert.Equal($"{folder["a"]}: this is a folder, where a file is to be", refusal.Message);
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such devices");
        AtomicFile.Write("/dev/null", stream => stream.Write("gone"u8));
        Assert.Equal(FileKind.CharacterDevice, FileStatus.Of("/dev/null")!.Value.Kind);
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such pipes");
        using Process made = Process.Start("mkfifo", [folder["pipe"]]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        Task<string> reader = Task.Run(() => File.ReadAllText(folder["pipe"]), TestContext.Current.CancellationToken);
        AtomicFile.Write(folder["pipe"], stream => stream.Write("through"u8));
        Assert.Equal("through", await reader);
        Assert.Equal(FileKind.Pipe, FileStatus.Of(folder["pipe"])!.Value.Kind);
    }

    [Fact]
    public void Trying_leaves_nothing_behind()
    {
        AtomicFile.RequireWritable(folder["a"]);
        Assert.Empty(folder.Files);
        Assert.Throws<IOException>(() => AtomicFile.RequireWritable(Path.Combine(folder["no"], "a")));
    }
}
