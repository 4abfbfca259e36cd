using System.CommandLine;

namespace Denpa.Cli.Options;

/// <summary>The words of a command line as a whole: what they say, and those that call a command.</summary>
internal static class CommandWords
{
    /// <summary>What words say. One that begins with @ is a word as any other, not a file of words.</summary>
    public static ParseResult Parse(RootCommand root, IReadOnlyList<string> words) =>
        root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>The words that call a command: denpa data make.</summary>
    public static string PathOf(Command command) =>
        command is not RootCommand && ParentOf(command) is { } parent ? $"{PathOf(parent)} {command.Name}" : "denpa";

    private static Command? ParentOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault();
}
