using System.Diagnostics;
using Denpa.Cli.Ends;

namespace Denpa.Cli.Tests.DataSets;

/// <summary>What stands in the folder and is not of denpa's making is neither written through nor waited for.</summary>
public sealed class FetchingPlacesTests : FetchingFixture
{
    [Theory]
    [InlineData("images.part")]
    [InlineData("images.gz.part")]
    [InlineData("images.gz.part.version")]
    [InlineData("images")]
    public async Task A_link_under_a_name_of_ours_is_refused_and_what_it_leads_to_stays(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using LoopbackServer server = new(Answers.Truncated(Packed, Cut, Tag), Answers.Ranged(Packed, Tag));
        string theirs = Path.Combine(Folder.CreateSubdirectory("theirs").FullName, "file");
        File.WriteAllText(theirs, "theirs");
        File.CreateSymbolicLink(PathOf(name), theirs);

        CommandException problem = await Assert.ThrowsAsync<CommandException>(() => Fetch(server));

        Assert.Equal(ExitCode.Usage, problem.Code);
        Assert.StartsWith($"{PathOf(name)}: this is a link", problem.Message, StringComparison.Ordinal);
        Assert.Equal("theirs", File.ReadAllText(theirs));
        Assert.Equal(theirs, new FileInfo(PathOf(name)).LinkTarget);
    }

    [Theory]
    [InlineData("images.part")]
    [InlineData("images.gz.part")]
    [InlineData("images.gz.part.version")]
    public async Task A_second_name_of_another_file_is_refused(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "names are counted on Linux");
        using LoopbackServer server = new(Answers.Ranged(Packed));
        File.WriteAllText(PathOf("theirs"), "theirs");
        RunShell($"ln theirs {name}");

        CommandException problem = await Assert.ThrowsAsync<CommandException>(() => Fetch(server));

        Assert.Equal(ExitCode.Usage, problem.Code);
        Assert.Equal("theirs", File.ReadAllText(PathOf("theirs")));
    }

    [Theory]
    [InlineData("images.part", "mkfifo", "a pipe")]
    [InlineData("images.gz.part", "mkfifo", "a pipe")]
    [InlineData("images.gz.part.version", "mkfifo", "a pipe")]
    [InlineData("images", "mkfifo", "a pipe")]
    [InlineData("images.part", "mkdir", "a folder")]
    [InlineData("images.gz.part", "mkdir", "a folder")]
    [InlineData("images.gz.part.version", "mkdir", "a folder")]
    [InlineData("images", "mkdir", "a folder")]
    public async Task A_pipe_or_folder_under_a_name_of_ours_is_refused_by_name(string name, string make, string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kinds are told apart on Linux");
        using LoopbackServer server = new(Answers.Ranged(Packed));
        RunShell($"{make} {name}");

        CommandException problem = await Assert.ThrowsAsync<CommandException>(() => Fetch(server));

        Assert.Equal(ExitCode.Usage, problem.Code);
        Assert.StartsWith($"{PathOf(name)}: this is {kind}", problem.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("images.gz")]
    [InlineData("images")]
    public async Task A_pipe_as_source_is_refused(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kinds are told apart on Linux");
        Folder.CreateSubdirectory("source");
        RunShell($"mkfifo source/{name}");

        CommandException problem = await Assert.ThrowsAsync<CommandException>(() => Fetch(PathOf("source"), Usual));

        Assert.Equal(ExitCode.Data, problem.Code);
        Assert.Contains("this is a pipe", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_the_right_bytes_is_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using LoopbackServer server = new(Answers.Ranged(Packed));
        File.WriteAllBytes(PathOf("shared"), Content);
        File.CreateSymbolicLink(PathOf(Name), PathOf("shared"));

        Assert.True(Assert.Single(await Fetch(server)).WasThere);

        Assert.Empty(server.Requests);
        Assert.Equal(PathOf("shared"), new FileInfo(PathOf(Name)).LinkTarget);
    }

    private void RunShell(string command)
    {
        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = Folder.FullName })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
