namespace Denpa.Cli;

/// <summary>What the process tells its caller; ended by a signal, 128 and its number (<see cref="Interruption"/>).</summary>
internal enum ExitCode
{
    Done = 0,
    Fault = 1,
    Usage = 2,
    Data = 3,
    Model = 4,
    CheckFailed = 5,
    Diverged = 6,
}

/// <summary>An end of the command that is the caller's to mend: one clear line, and an exit code.</summary>
internal sealed class CommandException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;
}
