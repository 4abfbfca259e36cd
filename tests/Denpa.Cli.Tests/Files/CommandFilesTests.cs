using System.Diagnostics;
using Denpa.Cli.Ends;
using Denpa.Cli.Files;

namespace Denpa.Cli.Tests.Files;

public sealed class CommandFilesTests : IDisposable
{
    private readonly Workspace workspace = new();

    public CommandFilesTests() => workspace.Write("data.csv", "a,b\n1,2\n");

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("data.csv")]
    [InlineData("./data.csv")]
    [InlineData("symbolic")]
    [InlineData("here/data.csv")]
    [InlineData("hard")]
    public void An_output_that_is_an_input_is_refused_by_whatever_way_it_is_named(string way)
    {
        File.CreateSymbolicLink(workspace.PathOf("symbolic"), "data.csv");
        Directory.CreateSymbolicLink(workspace.PathOf("here"), ".");
        HardLink("data.csv", "hard");

        CommandException refusal = Refusal(new CommandFiles(force: false).Read("DATA", PathOf("data.csv")).Write("--history", PathOf(way)));

        Assert.Equal(ExitCode.Usage, refusal.Code);
        Assert.EndsWith(
            "would be written over another file of this command, DATA — name another file", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new", "here/new")]
    [InlineData("symbolic", "data.csv")]
    [InlineData("dangling", "new")]
    public void Two_outputs_into_one_file_are_refused_also_when_it_is_yet_to_be_made(string one, string other)
    {
        File.CreateSymbolicLink(workspace.PathOf("symbolic"), "data.csv");
        File.CreateSymbolicLink(workspace.PathOf("dangling"), "new");
        Directory.CreateSymbolicLink(workspace.PathOf("here"), ".");

        CommandException refusal = Refusal(new CommandFiles(force: false).Write("-o", PathOf(one)).Write("--events", PathOf(other)));

        Assert.Contains("another file of this command, -o", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_may_take_the_place_of_the_one_to_begin_from_and_nothing_else_may()
    {
        HardLink("data.csv", "hard");

        new CommandFiles(force: false).Read("--from", PathOf("data.csv")).Write("-o", PathOf("hard"), over: "--from").Require(json: false);
        Refusal(new CommandFiles(force: false).Read("--from", PathOf("data.csv")).Write("--events", PathOf("hard")));
    }

    [Fact]
    public void Files_of_the_checkpoint_are_neither_inputs_nor_outputs()
    {
        string[] kept = [PathOf("data.csv")];

        Refusal(new CommandFiles(force: false).Write("-o", PathOf("data.csv")).Keep("--checkpoint", kept));
        Refusal(new CommandFiles(force: false).Read("DATA", PathOf("data.csv")).Keep("--checkpoint", kept));
    }

    [Fact]
    public void The_program_is_not_written_over()
    {
        CommandException refusal = Refusal(new CommandFiles(force: true).Write("-o", Environment.ProcessPath));
        Assert.Contains("denpa itself", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_apart_are_let_be_and_trying_leaves_nothing_behind()
    {
        new CommandFiles(force: false)
            .Read("DATA", PathOf("data.csv")).Read("--test", PathOf("not-there.csv")).Read("--from", null)
            .Write("-o", PathOf("model")).Write("--history", PathOf("history.csv")).Write("--events", null)
            .Require(json: true);

        Assert.Equal(["data.csv"], Directory.GetFileSystemEntries(workspace.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void One_device_takes_any_number_of_outputs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such device");
        new CommandFiles(force: false)
            .Write("-o", "/dev/null")
            .Write("--history", "/dev/null")
            .Write("--events", "/dev/null")
            .Require(json: true);
    }

    [Fact]
    public void A_write_protected_file_is_refused_unless_forced()
    {
        File.SetAttributes(PathOf("data.csv"), FileAttributes.ReadOnly);

        CommandException refusal = Refusal(new CommandFiles(force: false).Write("-o", PathOf("data.csv")));
        new CommandFiles(force: true).Write("-o", PathOf("data.csv")).Require(json: false);

        Assert.EndsWith("the file is write-protected — name another file, or say --force", refusal.Message, StringComparison.Ordinal);
        File.SetAttributes(PathOf("data.csv"), FileAttributes.Normal);
    }

    private static CommandException Refusal(CommandFiles files) => Assert.Throws<CommandException>(() => files.Require(json: false));

    private string PathOf(string way) => Path.Combine(workspace.Folder, way);

    private void HardLink(string file, string link)
    {
        using Process made = OperatingSystem.IsWindows()
            ? Process.Start("cmd", ["/c", "mklink", "/H", PathOf(link), PathOf(file)])
            : Process.Start("ln", [PathOf(file), PathOf(link)]);
        made.WaitForExit();
    }
}
