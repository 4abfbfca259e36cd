using Denpa.Cli.Language;

namespace Denpa.Cli.Output;

/// <summary>
/// Lines for people on standard error, in their language, where they never mix with results. Of a message that a foreign text has made
/// very long the beginning is told, which says where, and the end, which says what to do.
/// </summary>
internal static class Log
{
    private const int LongestMessage = 1000;
    private const int KeptOfTheEnd = 400;

    public static void Error(string message) => Write("denpa", message);

    public static void Note(string message) => Write(Words.Of("note"), message);

    private static void Write(string label, string message)
    {
        string shown = Sentences.Of(CellText.Shorten(message.ReplaceLineEndings(" "), LongestMessage, KeptOfTheEnd));
        Console.Error.WriteLine($"{label}: {CellText.Clean(shown)}");
    }
}
