using Denpa.Cli;

return ProcessLimits.Suffice() ? await Application.RunGuardedAsync(args) : (int)ExitCode.Usage;
