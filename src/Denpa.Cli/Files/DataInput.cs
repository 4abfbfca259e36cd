using System.CommandLine;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli;

/// <summary>The DATA argument: a file, standard input, or the built-in digits.</summary>
internal static class DataInput
{
    /// <summary>What messages call standard input.</summary>
    public const string StandardInputName = "standard input";

    public static Argument<string?> Argument(string description) =>
        new("DATA") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    public static Table Read(string? path) => path switch
    {
        null => Digits.Table(),
        "-" => Table.Read(StandardStreams.OpenInput(), StandardInputName),
        _ => Table.Read(path),
    };
}
