namespace Denpa.Cli.Help;

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
        ["denpa train"] =
        [
            new("denpa train"),
            new("denpa train penguins.csv --target species --hidden 32,16"),
            new("denpa train houses.csv --target price --optimizer adamw --epochs 300"),
            new("denpa train --idx train-images train-labels --test-idx test-images test-labels"),
            new("denpa train data.csv --checkpoint run1 --resume --json > result.json"),
        ],
        ["denpa predict"] =
        [
            new("denpa predict model.safetensors new.csv"),
            new("denpa predict model.safetensors new.csv --proba --keep-columns -o predictions.csv"),
            new("cat new.csv | denpa predict model.safetensors -"),
            new("denpa predict model.safetensors --idx new-images"),
        ],
        ["denpa evaluate"] =
        [
            new("denpa evaluate model.safetensors penguins.csv --rows test"),
            new("denpa evaluate model.safetensors new.csv --fail-if \"accuracy<0.9\""),
            new("denpa evaluate model.safetensors --idx test-images test-labels"),
        ],
        ["denpa summary"] = [new("denpa summary model.safetensors")],
        ["denpa bench"] = [new("denpa bench"), new("denpa bench --only mlp-sgd,xor --threads 2"), new("denpa bench --list")],
        ["denpa data"] =
        [
            new("denpa data list"),
            new("denpa data make spiral --classes 3 --rows 300 -o spiral.csv"),
            new("denpa data fetch fashion-mnist"),
        ],
        ["denpa data list"] = [new("denpa data list"), new("denpa data list --json")],
        ["denpa data describe"] =
        [
            new("denpa data describe moons"),
            new("denpa data describe penguins.csv"),
            new("denpa data describe fashion-mnist --json"),
        ],
        ["denpa data make"] =
        [
            new("denpa data make penguins -o penguins.csv"),
            new("denpa data make moons"),
            new("denpa data make spiral --classes 3 --rows 300 --seed 7 -o spiral.csv"),
            new("denpa data make circle --noise 0.05 | denpa train -"),
        ],
        ["denpa data fetch"] =
        [
            new("denpa data fetch fashion-mnist"),
            new("denpa data fetch fashion-mnist --from /usr/share/datasets/fashion-mnist -o data"),
            new("denpa data fetch fashion-mnist --from https://example.org/mirror/"),
        ],
        ["denpa completion"] =
        [
            new("eval \"$(denpa completion bash)\"", "in ~/.bashrc"),
            new("source <(denpa completion zsh)", "in ~/.zshrc, after compinit"),
            new("denpa completion fish | source", "in ~/.config/fish/config.fish"),
            new("denpa completion powershell | Out-String | Invoke-Expression", "in $PROFILE"),
        ],
    };

    /// <summary>The examples of a command, named by the words that call it; none where there are none.</summary>
    public static IReadOnlyList<HelpExample> Of(string command) => ByCommand.GetValueOrDefault(command) ?? [];
}
