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
        ["denpa train"] =
        [
            "denpa train",
            "denpa train penguins.csv --target species --hidden 32,16",
            "denpa train houses.csv --target price --optimizer adamw --epochs 300",
            "denpa train --idx train-images train-labels --test-idx test-images test-labels",
            "denpa train data.csv --checkpoint run1 --resume --json > result.json",
        ],
        ["denpa predict"] =
        [
            "denpa predict model.safetensors new.csv",
            "denpa predict model.safetensors new.csv --proba --keep-columns -o predictions.csv",
            "cat new.csv | denpa predict model.safetensors -",
            "denpa predict model.safetensors --idx new-images",
        ],
        ["denpa evaluate"] =
        [
            "denpa evaluate model.safetensors penguins.csv --rows test",
            "denpa evaluate model.safetensors new.csv --fail-if \"accuracy<0.9\"",
            "denpa evaluate model.safetensors --idx test-images test-labels",
        ],
        ["denpa summary"] = ["denpa summary model.safetensors"],
        ["denpa bench"] =
        [
            "denpa bench",
            "denpa bench --only mlp-sgd,xor --threads 2",
            "denpa bench --list",
        ],
        ["denpa data"] =
        [
            "denpa data list",
            "denpa data make spiral --classes 3 --rows 300 -o spiral.csv",
            "denpa data fetch fashion-mnist",
        ],
        ["denpa data list"] = ["denpa data list", "denpa data list --json"],
        ["denpa data describe"] = ["denpa data describe moons", "denpa data describe fashion-mnist --json"],
        ["denpa data make"] =
        [
            "denpa data make moons",
            "denpa data make spiral --classes 3 --rows 300 --seed 7 -o spiral.csv",
            "denpa data make circle --noise 0.05 | denpa train -",
        ],
        ["denpa data fetch"] =
        [
            "denpa data fetch fashion-mnist",
            "denpa data fetch fashion-mnist --from /usr/share/datasets/fashion-mnist -o data",
            "denpa data fetch fashion-mnist --from https://example.org/mirror/",
        ],
    };

    /// <summary>The words that call a command: denpa data make.</summary>
    public static string PathOf(Command command) =>
        command is not RootCommand && command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "denpa";

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

    private sealed class WithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            inner.MaxWidth = Terminal.Results.Profile.Width;
            int code = inner.Invoke(parseResult);
            Command command = parseResult.CommandResult.Command;
            if (Examples.TryGetValue(PathOf(command), out string[]? examples))
            {
                Console.Out.WriteLine("Examples:");
                foreach (string example in examples) Console.Out.WriteLine($"  {example}");
            }

            return code;
        }
    }
}
