using Denpa.Cli;

return await Application.RunAsync(args);
