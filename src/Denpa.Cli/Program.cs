using Denpa.Cli;
using Denpa.Cli.Ends;

return ProcessLimits.Suffice() ? await Application.RunGuardedAsync(args) : (int)ExitCode.Usage;
