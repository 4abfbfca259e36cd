namespace Denpa.Cli.Output;

/// <summary>The wish for text without escape codes, whether a terminal shows it or not: NO_COLOR, CI, or TERM=dumb.</summary>
internal static class PlainText
{
    private const string Terminal = "TERM";
    private const string NoCodes = "dumb";

    public static bool IsAskedFor => IsSet("NO_COLOR") || IsSet("CI") || Environment.GetEnvironmentVariable(Terminal) == NoCodes;

    /// <summary>Keeps .NET from writing codes of its own, for the keypad. To be called before anything is done with the console.</summary>
    public static void Prepare()
    {
        if (IsAskedFor) Environment.SetEnvironmentVariable(Terminal, NoCodes);
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
