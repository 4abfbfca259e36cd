namespace Denpa.Cli.Ends;

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
