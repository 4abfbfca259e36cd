using System.Diagnostics;

namespace Denpa.Cli.Tests.Completion;

public sealed class CompletionScriptTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("bash", "complete -F _denpa denpa")]
    [InlineData("zsh", "compdef _denpa denpa")]
    [InlineData("fish", "complete -c denpa")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName denpa")]
    public void Each_shell_has_a_script_that_registers_itself_and_asks_denpa(string shell, string registration)
    {
        Outcome outcome = workspace.Run("completion", shell);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(registration, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("'[complete]'", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(":files", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', outcome.Output);
    }

    [Fact]
    public void A_shell_that_is_not_known_is_refused()
    {
        Outcome outcome = workspace.Run("completion", "tcsh");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("\"tcsh\" is not one of bash, zsh, fish, powershell", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "tr")]
    [InlineData("--optimizer", "train", "--opt")]
    [InlineData("adam adamw", "train", "--optimizer", "adam")]
    [InlineData("adam adamw", "train", "--optimizer", "=", "adam")]
    [InlineData("float32 float64", "train", "--dtype", "=")]
    [InlineData("circle digits gaussians linear moons penguins sine spiral xor", "data", "make", "")]
    [InlineData("mae mse", "train", "my\\ table.csv", "--loss", "m")]
    [InlineData("my table.csv", "train", "my")]
    [InlineData("moons my table.csv", "data", "describe", "m")]
    [InlineData("", "train", "--epochs", "")]
    public void Bash_offers_what_denpa_answers(string offers, params string[] words)
    {
        workspace.Write("my table.csv", "");
        ProcessStartInfo start = new("bash")
        {
            WorkingDirectory = workspace.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--norc", "-c",
            """
            denpa() { "$host" "$program" "$@"; }
            eval "$(denpa completion bash)"
            COMP_WORDS=(denpa "$@") COMP_CWORD=$#
            _denpa denpa "${!#}" ""
            (IFS=' '; printf '%s' "${COMPREPLY[*]}")
            """,
            "bash", .. words,
        ];
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["host"] = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        start.Environment["program"] = Path.Combine(AppContext.BaseDirectory, "denpa.dll");
        using Process process = Process.Start(start)!;
        Assert.Equal(new Outcome(0, offers, ""), Workspace.Finish(process));
    }
}
