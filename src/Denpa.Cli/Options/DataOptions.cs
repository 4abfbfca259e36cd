using System.CommandLine;
using System.CommandLine.Parsing;

namespace Denpa.Cli.Options;

/// <summary>The DATA argument, and the options that name IDX files instead of a table.</summary>
internal static class DataOptions
{
    /// <summary>A file, standard input, or the built-in digits.</summary>
    public static Argument<string?> Data(string description) =>
        new("DATA") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Images and their labels.</summary>
    public static Option<string[]?> ImagesAndLabels(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "IMAGES LABELS",
        Arity = new ArgumentArity(0, 2),
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => Parse(result, name),
    };

    /// <summary>Images alone.</summary>
    public static Option<string?> Images(string name, string description) => new(name) { Description = description, HelpName = "IMAGES" };

    /// <summary>Refuses a command that names both a table and images.</summary>
    public static void RefuseBoth(Command command, Argument<string?> data, Option idx) => command.Validators.Add(result =>
    {
        if (result.GetResult(idx) is not { Implicit: false } || result.GetResult(data) is not { Tokens.Count: > 0 } given) return;
        string table = MistakenWord.Shown(given.Tokens[0].Value);
        result.AddError($"{idx.Name}: the data are either {table} or the IDX files — leave one out");
    });

    private static string[]? Parse(ArgumentResult result, string name)
    {
        string[] files = [.. result.Tokens.Select(token => token.Value)];
        if (files.Length == 2) return files;
        result.AddError($"{name}: name two IDX files, the images and their labels");
        return null;
    }
}
