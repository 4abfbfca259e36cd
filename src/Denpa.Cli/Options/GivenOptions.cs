using System.CommandLine;
using System.CommandLine.Parsing;

namespace Denpa.Cli.Options;

/// <summary>Options that stand on the command line, as against those that have their usual values.</summary>
internal static class GivenOptions
{
    public static bool IsGiven(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    public static bool IsGiven(this SymbolResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>The value of an option, or another where it does not stand on the command line.</summary>
    public static T Given<T>(this ParseResult parsed, Option<T> option, T otherwise) =>
        parsed.IsGiven(option) ? parsed.GetValue(option)! : otherwise;
}
