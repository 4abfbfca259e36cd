namespace Denpa.Cli.Output;

/// <summary>Lines for people on standard error, where they never mix with results.</summary>
internal static class Log
{
    public static void Error(string message) => Console.Error.WriteLine($"denpa: {message}");

    public static void Note(string message) => Console.Error.WriteLine($"note: {message}");
}
