using System.CommandLine;

namespace Denpa.Cli.Options;

/// <summary>A word in the place of a command that is none: what is probably meant by it.</summary>
internal static class UnknownCommand
{
    /// <summary>What a person may want a model in another form for.</summary>
    private static readonly string[] Exporting = ["export", "convert", "onnx", "toonnx", "freeze"];

    private static readonly string[] EndingsOfModels = [".safetensors", ".st", ".model", ".denpa"];

    /// <summary>The line that says so.</summary>
    /// <param name="command">The command before the word.</param>
    /// <param name="word">The word.</param>
    public static string Problem(Command command, string word)
    {
        string problem = $"there is no command {MistakenWord.Shown(word)}";
        string[] names = [.. command.Subcommands.Select(each => each.Name)];
        if (command is RootCommand)
        {
            if (Exporting.Contains(Synonyms.Bare(word)))
                return $"{problem}; a model is a .safetensors file, which any reader of that format opens as it is";
            if (Path.HasExtension(word) || File.Exists(word)) return $"{problem}; did you mean {Use(word)}?";
        }

        string[] paths = [.. Paths(command)];
        IEnumerable<string> flags = command.Options.Select(option => option.Name).Where(name => name.TrimStart('-') == word);
        string meant = MistakenWord.DidYouMean(word, [.. names, .. paths.Except(names), .. flags], Meanings(command, word));
        return meant.Length > 0 ? problem + meant : $"{problem}; use one of {string.Join(", ", names)}";
    }

    /// <summary>The words that call the commands below a command: data make.</summary>
    private static IEnumerable<string> Paths(Command command) =>
        command.Subcommands.SelectMany(each => each.Subcommands.Select(below => $"{each.Name} {below.Name}"));

    private static IEnumerable<string> Meanings(Command command, string word)
    {
        string before = command is RootCommand ? "" : command.Name + " ";
        return Synonyms.OfCommand(word)
            .Where(path => path.StartsWith(before, StringComparison.Ordinal))
            .Select(path => path[before.Length..]);
    }

    private static string Use(string file) =>
        $"{(EndingsOfModels.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? "summary" : "train")} "
        + MistakenWord.Shown(file);
}
