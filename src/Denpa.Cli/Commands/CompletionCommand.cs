using System.CommandLine;
using Denpa.Cli.Ends;
using Denpa.Cli.Options;
using Denpa.Cli.Output;

namespace Denpa.Cli.Commands;

/// <summary><c>completion</c>: a script by which a shell asks denpa itself for the words that may follow.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = "denpa.bash",
        ["zsh"] = "denpa.zsh",
        ["fish"] = "denpa.fish",
        ["powershell"] = "denpa.ps1",
    };

    private static readonly Argument<string> Shell = OptionParsers.ChoiceArgument("SHELL", "The shell", [.. Scripts.Keys]);

    public static Command Create()
    {
        Command command = new("completion", "Prints a script that completes commands, options and values in a shell") { Shell };
        command.SetAction(parsed => (int)Run(parsed.GetValue(Shell)!));
        return command;
    }

    private static ExitCode Run(string shell)
    {
        using Stream script = typeof(CompletionCommand).Assembly.GetManifestResourceStream(Scripts[shell])!;
        using Stream output = StandardStreams.OpenOutput();
        script.CopyTo(output);
        return ExitCode.Done;
    }
}
