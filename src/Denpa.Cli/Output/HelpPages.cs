using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Denpa.Cli.Output;

/// <summary>Help as System.CommandLine writes it, with examples under it; also what <c>denpa</c> alone shows.</summary>
internal static class HelpPages
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["denpa"] =
        [
            "denpa train                                  train on the built-in digits",
            "denpa train penguins.csv --target species    train on a table",
            "denpa evaluate model.safetensors penguins.csv --rows test",
            "denpa predict model.safetensors new.csv -o predictions.csv",
        ],
        ["train"] =
        [
            "denpa train",
            "denpa train penguins.csv --target species --hidden 32,16",
            "denpa train houses.csv --target price --optimizer adamw --epochs 300",
            "denpa train data.csv --checkpoint run1 --resume --json > result.json",
        ],
        ["predict"] =
        [
            "denpa predict model.safetensors new.csv",
            "denpa predict model.safetensors new.csv --proba --keep-columns -o predictions.csv",
            "cat new.csv | denpa predict model.safetensors -",
        ],
        ["evaluate"] =
        [
            "denpa evaluate model.safetensors penguins.csv --rows test",
            "denpa evaluate model.safetensors new.csv --fail-if \"accuracy<0.9\"",
        ],
        ["summary"] = ["denpa summary model.safetensors"],
        ["bench"] =
        [
            "denpa bench",
            "denpa bench --only mlp-sgd,xor --threads 2",
            "denpa bench --list",
        ],
    };

    public static void Attach(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        WithExamples action = new((HelpAction)help.Action!);
        help.Action = action;
        root.SetAction(parsed =>
        {
            action.Invoke(parsed);
            return (int)ExitCode.Usage;
        });
    }

    internal sealed class WithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            inner.MaxWidth = Terminal.Results.Profile.Width;
            int code = inner.Invoke(parseResult);
            Command command = parseResult.CommandResult.Command;
            if (Examples.TryGetValue(command is RootCommand ? "denpa" : command.Name, out string[]? examples))
            {
                Console.Out.WriteLine("Examples:");
                foreach (string example in examples) Console.Out.WriteLine($"  {example}");
            }

            return code;
        }
    }
}
