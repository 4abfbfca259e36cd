using Denpa.Cli;
using Denpa.Cli.Output;

Console.SetError(new ForgivingWriter(Console.Error));
return await Application.RunAsync(args);
