using System.CommandLine;
using System.Globalization;
using Denpa.Cli.Commands;
using Denpa.Cli.Completion;
using Denpa.Cli.Ends;
using Denpa.Cli.Help;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli;

/// <summary>The command line: its commands, and how every end of one becomes a line and an exit code.</summary>
internal static class Application
{
    /// <summary>
    /// Runs a command with all that a process needs around it: signals, streams that may be closed or full, and one line for whatever
    /// goes wrong, on any thread.
    /// </summary>
    public static async Task<int> RunGuardedAsync(string[] arguments)
    {
        try
        {
            AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
            {
                TellFault((Exception)unhandled.ExceptionObject, arguments);
                Environment.Exit((int)ExitCode.Fault);
            };
            using IDisposable signals = Interruption.Watch();
            ForgivingWriter pages = StandardStreams.Prepare();
            int code = await RunAsync(arguments);
            if (code != (int)ExitCode.Done || pages.Problem is not { } problem) return code;
            Log.Error($"standard output cannot be written: {problem}");
            return (int)ExitCode.Usage;
        }
        catch (Exception fault)
        {
            TellFault(fault, arguments);
            return (int)ExitCode.Fault;
        }
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        PlainText.Prepare();
        CultureInfo.CurrentUICulture = LanguageChoice.Of(LanguageOption.Asked(arguments), Environment.GetEnvironmentVariable);
        try
        {
            RootCommand root = CreateRoot();
            if (arguments is [Candidates.Directive, .. string[] words])
            {
                foreach (Candidate candidate in Candidates.Of(root, words)) Console.WriteLine(candidate);
                return (int)ExitCode.Done;
            }

            string[] meant = CommandWords.AsMeant(root, arguments);
            return await RunAsync(root, meant, CommandWords.Parse(root, meant));
        }
        catch (Exception problem) when (CodeOf(problem) is { } code)
        {
            Log.Error(MessageOf(problem));
            return (int)code;
        }
    }

    /// <summary>The commands with their options.</summary>
    public static RootCommand CreateRoot()
    {
        RootCommand root = new("Trains neural networks on tables: from a CSV file to a checked model in one command");
        root.Directives.Clear();
        root.Add(TrainCommand.Create());
        root.Add(PredictCommand.Create());
        root.Add(EvaluateCommand.Create());
        root.Add(SummaryCommand.Create());
        root.Add(BenchCommand.Create());
        root.Add(DataCommand.Create());
        root.Add(CompletionCommand.Create());
        root.Add(LanguageOption.Option);
        HelpPages.Attach(root);
        CommonOptions.RefuseValuesOfFlags(root);
        return root;
    }

    private static void TellFault(Exception fault, string[] arguments)
    {
        // What a type's preparation failed of says more than that it failed.
        string message = fault.GetBaseException().Message.ReplaceLineEndings(" ");
        bool verbose = arguments.Any(argument => argument is "-v" or "--verbose");
        Log.Error($"a fault in denpa itself: {message}{(verbose ? "" : " (run again with -v for the whole of it)")}");
        if (verbose) Console.Error.WriteLine(fault);
    }

    private static Task<int> RunAsync(RootCommand root, string[] words, ParseResult parsed)
    {
        if (OptionWords.AskForHelp(root, words)) return Task.FromResult(new HelpPages.WritePage().Invoke(parsed));
        if (parsed.Action is not { ClearsParseErrors: true })
        {
            Surroundings.Require();
            if (UsageProblem.Of(root, words, parsed) is { } problem) throw new CommandException(ExitCode.Usage, problem);
        }

        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static ExitCode? CodeOf(Exception problem) => problem switch
    {
        CommandException command => command.Code,
        TableException => ExitCode.Data,
        DivergenceException => ExitCode.Diverged,
        CheckpointException => ExitCode.Data,
        InvalidFileException => ExitCode.Model,
        IOException or UnauthorizedAccessException or OutOfMemoryException => ExitCode.Usage,
        _ => null,
    };

    /// <summary>One line, whatever the system says.</summary>
    private static string MessageOf(Exception problem) => problem switch
    {
        IOException or UnauthorizedAccessException => $"a file cannot be read or written: {problem.Message.ReplaceLineEndings(" ")}",
        OutOfMemoryException => "there is not enough memory for this — use smaller layers, smaller batches or fewer rows",
        _ => problem.Message.ReplaceLineEndings(" "),
    };
}
