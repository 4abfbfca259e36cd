namespace Denpa.Cli.Tests.Files;

/// <summary>What becomes of the model when it cannot be written where it was to go.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("-o")]
    [InlineData("--history")]
    [InlineData("--events")]
    public void An_output_that_cannot_be_written_is_known_before_the_table_is_read(string option)
    {
        Outcome outcome = workspace.Run("train", "there-is-no.csv", option, Path.Combine("no", "folder", "file"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("there is no folder", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_for_a_full_device_is_saved_beside_the_checkpoint_and_that_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a device that is always full");
        Outcome outcome = workspace.Run("train", "--epochs", "2", "-q", "--checkpoint", "run", "-o", "/dev/full");

        string path = Path.Combine("run", "model.safetensors");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(
            $"denpa: /dev/full: the model cannot be written: No space left on device — it is saved as {path}",
            Assert.Single(outcome.ErrorLines));
        Assert.Equal(0, workspace.Run("summary", path).ExitCode);
    }

    [Fact]
    public void A_model_can_be_piped_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no descriptors");
        Outcome outcome = workspace.Run("data", "make", "xor", "-o", "/dev/stdout");

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("x1,x2,class", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Saved", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Saved", outcome.Error, StringComparison.Ordinal);
    }
}
