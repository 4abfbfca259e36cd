using System.CommandLine;
using System.CommandLine.Parsing;
using Denpa.Cli.Commands;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli;

/// <summary>The command line: its commands, and how every end of one becomes a line and an exit code.</summary>
internal static class Application
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        RootCommand root = new("denpa trains neural networks on tables: from a CSV file to a checked model in one command.");
        root.Add(TrainCommand.Create());
        root.Add(PredictCommand.Create());
        root.Add(EvaluateCommand.Create());
        root.Add(SummaryCommand.Create());
        root.Add(BenchCommand.Create());
        root.Add(DataCommand.Create());
        HelpPages.Attach(root);

        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0) return Usage(parsed);
        InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception problem) when (CodeOf(problem) is { } code)
        {
            Log.Error(problem.Message);
            return (int)code;
        }
        catch (Exception fault)
        {
            bool verbose = parsed.GetValue(CommonOptions.Verbose);
            Log.Error($"a fault in denpa itself: {fault.Message}{(verbose ? "" : " (run again with -v for the whole of it)")}");
            if (verbose) Console.Error.WriteLine(fault);
            return (int)ExitCode.Fault;
        }
    }

    private static ExitCode? CodeOf(Exception problem) => problem switch
    {
        CommandException command => command.Code,
        TableException => ExitCode.Data,
        DivergenceException => ExitCode.Diverged,
        CheckpointException => ExitCode.Data,
        _ => null,
    };

    private static int Usage(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors) Log.Error(error.Message.TrimEnd('.'));
        Console.Error.WriteLine($"See: {HelpPages.PathOf(parsed.CommandResult.Command)} --help");
        return (int)ExitCode.Usage;
    }
}
