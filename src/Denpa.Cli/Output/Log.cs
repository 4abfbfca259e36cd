using Denpa.Cli.Language;

namespace Denpa.Cli.Output;

/// <summary>Lines for people on standard error, in their language, where they never mix with results.</summary>
internal static class Log
{
    public static void Error(string message) => Console.Error.WriteLine($"denpa: {CellText.Clean(Sentences.Of(message))}");

    public static void Note(string message) => Console.Error.WriteLine($"{Words.Of("note")}: {CellText.Clean(Sentences.Of(message))}");
}
