using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Denpa.Cli.Tests;

/// <summary>The limit on threads holds from the first row that is read.</summary>
public sealed class ThreadLimitTests : IDisposable
{
    /// <summary>What the system keeps of the name of a thread that helps to read tables.</summary>
    private const string Helper = "Denpa.Tables he";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("1", "train", "-", "--dry-run")]
    [InlineData("1", "data", "describe", "-")]
    [InlineData("", "train", "-", "--dry-run", "--threads", "1")]
    [InlineData("99", "train", "-", "--dry-run", "--threads", "1")]
    public void Limited_to_one_thread_a_table_is_read_by_the_caller_alone(string variable, params string[] words) =>
        Assert.Equal(0, HelpersAt(variable, words));

    [Theory]
    [InlineData("", "train", "-", "--dry-run")]
    [InlineData("2", "train", "-", "--dry-run")]
    [InlineData("1", "train", "-", "--dry-run", "--threads", "2")]
    public void With_more_threads_it_has_helpers(string variable, params string[] words)
    {
        Assert.SkipUnless(Environment.ProcessorCount > 1, "there is one processor");
        Assert.InRange(HelpersAt(variable, words), 1, variable == "" ? Environment.ProcessorCount - 1 : 1);
    }

    /// <summary>How many threads help a command that has read a large part of its table, whose end is yet to come.</summary>
    private int HelpersAt(string variable, string[] words)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the names of another process's threads are read where Linux shows them");
        workspace.Variables["DENPA_THREADS"] = variable;
        using Process process = workspace.Start(words);
        StringBuilder text = new("x,y\n");
        for (int row = 0; row < 1_000_000; row++) text.Append(CultureInfo.InvariantCulture, $"{row % 1000}.25,{row % 2}\n");
        process.StandardInput.Write(text);
        process.StandardInput.Flush();
        int helpers = Directory.GetDirectories($"/proc/{process.Id}/task").Count(thread => NameOf(thread) == Helper);
        process.StandardInput.Close();
        Assert.Equal(0, Workspace.Finish(process).ExitCode);
        return helpers;
    }

    private static string NameOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd();
        }
        catch (IOException)
        {
            // Other threads of the runtime may end meanwhile; a helper waits for more work much longer than this takes.
            return "";
        }
    }
}
