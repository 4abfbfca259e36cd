using System.Text.RegularExpressions;

namespace Denpa.Cli.Output;

/// <summary>What an exception says of an argument, without what only a programmer reads.</summary>
internal static partial class ArgumentText
{
    /// <summary>The message in one line, without the parameter's name and the value that the runtime puts behind it.</summary>
    public static string Of(Exception problem) =>
        Addition().Replace(problem.Message.ReplaceLineEndings(" "), "").TrimEnd('.', ' ');

    [GeneratedRegex(@" \(Parameter '[^']*'\)(?: Actual value was .*)?$")]
    private static partial Regex Addition();
}
