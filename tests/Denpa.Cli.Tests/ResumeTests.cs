using System.Diagnostics;

namespace Denpa.Cli.Tests;

/// <summary>A run that was stopped goes on as if it had not been.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly string[] Settings =
    [
        "train", "--epochs", "12", "--seed", "7", "--dropout", "0.1", "--optimizer", "adam", "--schedule", "plateau", "-q",
    ];

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void A_finished_run_resumed_only_writes_the_model_again()
    {
        workspace.Run([.. Settings, "--checkpoint", "run", "-o", "first.safetensors"]);
        Outcome again = workspace.Run([.. Settings, "--checkpoint", "run", "--resume", "-o", "second.safetensors"]);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(File.ReadAllBytes(workspace.PathOf("first.safetensors")), File.ReadAllBytes(workspace.PathOf("second.safetensors")));
    }

    [Fact]
    public void A_killed_run_resumed_ends_in_the_bits_of_an_unbroken_one()
    {
        workspace.Run([.. Settings, "-o", "unbroken.safetensors"]);
        string[] broken = [.. Settings, "--checkpoint", "run", "--resume", "-o", "resumed.safetensors"];
        using (Process process = workspace.Start(broken))
        {
            // Killed as soon as there is something to resume from.
            while (!process.HasExited && !Directory.EnumerateFiles(workspace.Folder, "*", SearchOption.AllDirectories).Any(IsCheckpoint))
            {
                Thread.Yield();
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Outcome resumed = workspace.Run(broken);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(
            File.ReadAllBytes(workspace.PathOf("unbroken.safetensors")), File.ReadAllBytes(workspace.PathOf("resumed.safetensors")));
    }

    [Fact]
    public void What_is_left_out_is_as_the_checkpoint_has_it_and_more_epochs_go_on_from_there()
    {
        string[] chosen = ["train", Workspace.Penguins, "--target", "body_mass_g", "--hidden", "5", "--seed", "9", "--preset", "fast"];
        workspace.Run([.. chosen, "--epochs", "6", "-q", "-o", "long.safetensors"]);
        workspace.Run([.. chosen, "--epochs", "4", "-q", "--checkpoint", "run"]);
        Outcome resumed = workspace.Run("train", Workspace.Penguins, "--checkpoint", "run", "--resume", "--epochs", "6");
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("taken from the checkpoint: --target ", resumed.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("resuming after epoch 4", resumed.ErrorLines[1]);
        byte[] expected = File.ReadAllBytes(workspace.PathOf("long.safetensors"));
        Assert.Equal(expected, File.ReadAllBytes(workspace.PathOf("model.safetensors")));
    }

    [Fact]
    public void Other_options_are_refused_with_what_differs()
    {
        workspace.Run([.. Settings, "--checkpoint", "run"]);
        Outcome other = workspace.Run([.. Settings, "--checkpoint", "run", "--resume", "--hidden", "8"]);
        Assert.Equal(3, other.ExitCode);
        Assert.Contains("hidden", Assert.Single(other.ErrorLines), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_interrupted_run_saves_its_best_model_and_exits_with_130()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("there is no SIGINT to send to another process");
        using Process process = workspace.Start("train", "--epochs", "1000000000", "--patience", "0", "--events", "events.jsonl");
        while (!process.HasExited && !EpochsRan()) Thread.Yield();
        string id = process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using (Process kill = Process.Start("kill", ["-INT", id])) kill.WaitForExit();
        Outcome outcome = Workspace.Finish(process);
        Assert.Equal(130, outcome.ExitCode);
        Assert.Equal(0, workspace.Run("summary", "model.safetensors").ExitCode);
    }

    private static bool IsCheckpoint(string path) => path.EndsWith(".safetensors", StringComparison.Ordinal);

    private bool EpochsRan()
    {
        string events = workspace.PathOf("events.jsonl");
        if (!File.Exists(events)) return false;
        using StreamReader reader = new(new FileStream(events, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Contains("\"epoch\"", StringComparison.Ordinal);
    }
}
