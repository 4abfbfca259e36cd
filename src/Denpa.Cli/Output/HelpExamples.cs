namespace Denpa.Cli.Output;

/// <summary>A command to copy, and what it does where that does not go without saying.</summary>
internal sealed record HelpExample(string Command, string? Meaning = null);

/// <summary>The examples under the help of each command.</summary>
internal static class HelpExamples
{
    private static readonly Dictionary<string, HelpExample[]> ByCommand = new()
    {
        ["denpa"] =
        [
            new("denpa train", "train on the built-in digits"),
            new("denpa train penguins.csv --target species", "train on a table"),
            new("denpa evaluate model.safetensors penguins.csv --rows test"),
            new("denpa predict model.safetensors new.csv -o predictions.csv"),
        ],
        ["train"] =
        [
            new("denpa train"),
            new("denpa train penguins.csv --target species --hidden 32,16"),
            new("denpa train houses.csv --target price --optimizer adamw --epochs 300"),
            new("denpa train data.csv --checkpoint run1 --resume --json > result.json"),
        ],
        ["predict"] =
        [
            new("denpa predict model.safetensors new.csv"),
            new("denpa predict model.safetensors new.csv --proba --keep-columns -o predictions.csv"),
            new("cat new.csv | denpa predict model.safetensors -"),
        ],
        ["evaluate"] =
        [
            new("denpa evaluate model.safetensors penguins.csv --rows test"),
            new("denpa evaluate model.safetensors new.csv --fail-if \"accuracy<0.9\""),
        ],
        ["summary"] = [new("denpa summary model.safetensors")],
        ["bench"] = [new("denpa bench"), new("denpa bench --only mlp-sgd,xor --threads 2"), new("denpa bench --list")],
    };

    /// <summary>The examples of a command; none where there are none.</summary>
    public static IReadOnlyList<HelpExample> Of(string command) => ByCommand.GetValueOrDefault(command) ?? [];
}
