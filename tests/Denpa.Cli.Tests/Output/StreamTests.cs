using Denpa.Cli.Output;

namespace Denpa.Cli.Tests.Output;

/// <summary>What goes to which stream, how wide, and in which characters.</summary>
public sealed class StreamTests : IDisposable
{
    private const char Escape = '\u001b';

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(39)]
    [InlineData(300)]
    public void A_log_has_about_twenty_lines_of_progress_and_no_codes(int epochs)
    {
        Outcome outcome = workspace.Run("train", Workspace.Penguins, "--target", "species", "--epochs", $"{epochs}", "--patience", "0");

        Assert.Equal(0, outcome.ExitCode);
        Assert.InRange(outcome.ErrorLines.Length, 1, 22);
        Assert.All(outcome.ErrorLines, line => Assert.Matches(@"^epoch \d+", line));
        Assert.StartsWith($"epoch {epochs}", outcome.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Output + outcome.Error, letter => letter is Escape or '\r' && !OperatingSystem.IsWindows());
    }

    [Fact]
    public void Quiet_leaves_standard_error_empty_and_results_alone()
    {
        workspace.Run("data", "make", "moons", "-o", "moons.csv");

        Outcome outcome = workspace.Run("train", "moons.csv", "--epochs", "3", "--json", "-q");

        Assert.Equal("", outcome.Error);
        Assert.Equal(3, outcome.Json.GetProperty("epochs").GetInt32());
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(120)]
    public void Columns_says_how_wide_a_page_is(int width)
    {
        workspace.Variables["COLUMNS"] = $"{width}";
        string[] pages =
        [
            workspace.Run("train", "--epochs", "2", "-q").Output,
            workspace.Run("evaluate", "model.safetensors").Output,
            workspace.Run("summary", "model.safetensors").Output,
            workspace.Run("data", "list").Output,
            workspace.Run("data", "describe", "digits").Output,
            workspace.Run("data", "describe", Path.GetRelativePath(workspace.Folder, Workspace.Penguins)).Output,
            workspace.Run("train", "--help").Output,
        ];

        IEnumerable<string> written = pages.SelectMany(page => page.ReplaceLineEndings("\n").Split('\n'));
        string[] lines = [.. written.Where(line => !line.Contains("denpa ", StringComparison.Ordinal))];
        Assert.All(lines, line => Assert.True(CellText.Width(line) < width, line));
        Assert.InRange(lines.Max(CellText.Width), width - 12, width);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("wide")]
    public void A_width_that_is_none_is_as_if_it_were_not_there(string columns)
    {
        string usual = workspace.Run("data", "list").Output;
        workspace.Variables["COLUMNS"] = columns;
        Assert.Equal(usual, workspace.Run("data", "list").Output);
    }

    [Fact]
    public void On_a_narrow_terminal_each_class_is_told_with_what_it_is_taken_for()
    {
        workspace.Variables["COLUMNS"] = "40";

        string page = workspace.Run("train", "--epochs", "2", "-q").Output;

        Assert.Contains("recall of each class:", page, StringComparison.Ordinal);
        Assert.Matches(@"\n {10}8 +\d+\.\d %  \d+ taken for \d\r?\n", page);
    }
}
