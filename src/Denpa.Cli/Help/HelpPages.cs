using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Denpa.Cli.Ends;
using Denpa.Cli.Output;

namespace Denpa.Cli.Help;

/// <summary>Attaches help to the command line: <c>--help</c> of every command, and what <c>denpa</c> alone shows.</summary>
internal static class HelpPages
{
    public static void Attach(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        WritePage action = new();
        help.Action = action;
        root.SetAction(parsed =>
        {
            action.Invoke(parsed);
            return (int)ExitCode.Usage;
        });
    }

    internal sealed class WritePage : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            new HelpPage(Console.Out, Terminal.Results.Profile.Width).Write(parseResult.CommandResult.Command);
            return 0;
        }
    }
}
