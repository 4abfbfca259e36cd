namespace Denpa.Cli.Ends;

/// <summary>An end of the command that is the caller's to mend: one clear line, and an exit code.</summary>
internal sealed class CommandException(ExitCode code, string message) : DenpaException(message)
{
    public ExitCode Code { get; } = code;
}
