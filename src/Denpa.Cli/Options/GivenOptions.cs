using System.CommandLine;

namespace Denpa.Cli.Options;

/// <summary>Options that stand on the command line, as against those that have their usual values.</summary>
internal static class GivenOptions
{
    public static bool IsGiven(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
