using System.CommandLine;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli;

/// <summary>The DATA argument: a file, standard input, or the built-in digits.</summary>
internal static class DataInput
{
    /// <summary>What messages call standard input.</summary>
    public const string StandardInputName = "standard input";

    /// <summary>The argument. A word that looks like an option is refused as such, not taken for a file.</summary>
    public static Argument<string?> Argument(string description)
    {
        Argument<string?> argument = new("DATA") { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(result =>
        {
            string? word = result.GetValueOrDefault<string?>();
            if (word?.Length > 1 && word[0] == '-') result.AddError($"there is no option {word}");
        });
        return argument;
    }

    public static Table Read(string? path) => path switch
    {
        null => Digits.Table(),
        "-" => Table.Read(StandardStreams.OpenInput(), StandardInputName),
        _ => Table.Read(path),
    };
}
